using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Picture;

/// <summary>How the picture looks. Its colours are variables, which whoever shows it sets: <see cref="Colours"/>.</summary>
public static class PictureStyle
{
    /// <summary>By day and by night; text on its ground has a contrast of 4.5 at least.</summary>
    public const string Colours = """
        :root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --text: #1b1f24; --soft: #525c69; --line: #767f8c;
          --good: #176b3a; --good-back: #e3f4ea; --bad: #a3211b; --bad-back: #fdeae8; --warn: #7a5200; --warn-back: #fff3d6; --mark: #2457a6; }
        @media (prefers-color-scheme: dark) { :root { --page: #14171b; --card: #1d2228; --text: #e6e9ed; --soft: #a7b1be; --line: #7d8794;
          --good: #6fd39a; --good-back: #16301f; --bad: #ff9a92; --bad-back: #3a1a18; --warn: #f0c163; --warn-back: #352a10; --mark: #8ab4f8; } }
        @media print { :root { color-scheme: light; --page: #fff; --card: #fff; --text: #000; --soft: #444; --line: #767f8c;
          --good: #176b3a; --good-back: #e3f4ea; --bad: #a3211b; --bad-back: #fdeae8; --warn: #7a5200; --warn-back: #fff3d6; --mark: #2457a6; } }

        """;

    public const string Rules = """
        .picture text { font-family: system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--text); }
        .picture .middle { text-anchor: middle; } .picture .name { font-weight: 600; } .picture .soft { fill: var(--soft); }
        .picture .word { font-weight: 600; } .picture .word.good { fill: var(--good); } .picture .word.warn { fill: var(--warn); }
        .picture .word.bad { fill: var(--bad); } .picture .near.warn { fill: var(--warn); } .picture .near.bad { fill: var(--bad); }
        .picture .box { fill: var(--page); stroke: var(--line); stroke-width: 1.5; }
        .picture .box.warn { stroke: var(--warn); stroke-width: 2; } .picture .box.bad { stroke: var(--bad); stroke-width: 2.5; }
        .picture .arrow { stroke-width: 2; } .picture .arrow.good { stroke: var(--good); } .picture .arrow.warn { stroke: var(--warn); }
        .picture .arrow.bad { stroke: var(--bad); } .picture .refused { stroke-dasharray: 8 5; } .picture .open { stroke-dasharray: 2 4; }
        .picture .partly { stroke-dasharray: 18 4; }
        .picture .tip.good { fill: var(--good); } .picture .tip.warn { fill: var(--warn); } .picture .tip.bad { fill: var(--bad); }

        """;

    /// <summary>The class of what is so bad.</summary>
    public static string ClassOf(Severity severity) => severity switch
    {
        Severity.Well => "good",
        Severity.Warning => "warn",
        _ => "bad",
    };

    /// <summary>The class of calls of which that becomes.</summary>
    public static string ClassOf(CallReport call) => !call.IsAccepted ? "bad" : call.IsOpen ? "warn" : "good";

    /// <summary>The classes of an arrow: its colour, and how its line is drawn.</summary>
    public static string ClassOf(Standing standing) => standing switch
    {
        Standing.Accepted => "good accepted",
        Standing.Partly => "warn partly",
        Standing.Open => "warn open",
        _ => "bad refused",
    };
}
