namespace PartnerTrust.Emulator.Lab;

/// <summary>How the status page looks, by day and by night.</summary>
internal static class LabStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --page: #f6f7f9; --card: #fff; --text: #1b1f24; --soft: #5a6472; --line: #d9dee5;
          --good: #176b3a; --good-back: #e3f4ea; --bad: #a3211b; --bad-back: #fdeae8; --warn: #7a5200; --warn-back: #fff3d6; --mark: #2457a6; }
        @media (prefers-color-scheme: dark) { :root { --page: #14171b; --card: #1d2228; --text: #e6e9ed; --soft: #9aa5b3; --line: #343c46;
          --good: #6fd39a; --good-back: #16301f; --bad: #ff9a92; --bad-back: #3a1a18; --warn: #f0c163; --warn-back: #352a10; --mark: #8ab4f8; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.5 system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
        header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; margin-bottom: 1rem; }
        h1 { font-size: 1.5rem; margin: 0; }
        h2 { font-size: 1.05rem; margin: 0 0 .75rem; }
        .soft { color: var(--soft); }
        section { background: var(--card); border: 1px solid var(--line); border-radius: .6rem; padding: 1rem 1.15rem; margin-bottom: 1rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; }
        th { text-align: left; font-size: .8rem; font-weight: 600; color: var(--soft); padding: .25rem .9rem .4rem 0; white-space: nowrap; }
        td { border-top: 1px solid var(--line); padding: .55rem .9rem .55rem 0; vertical-align: top; }
        code { font: .86em/1.4 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        .chip { display: inline-block; border-radius: 1rem; padding: .05rem .6rem; font-size: .82rem; font-weight: 600; white-space: nowrap; }
        .good { color: var(--good); background: var(--good-back); } .bad { color: var(--bad); background: var(--bad-back); }
        .warn { color: var(--warn); background: var(--warn-back); }
        .note td { border-top: 0; padding-top: 0; } .note b { font-weight: 600; }
        .why { margin: .3rem 0 0; max-width: 46rem; }
        .nowrap { white-space: nowrap; }
        svg { display: block; width: 100%; height: auto; max-height: 34rem; }
        svg text { font: 13px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: var(--text); text-anchor: middle; }
        svg .name { font-weight: 600; } svg .small { font-size: 12px; fill: var(--soft); }
        svg .node { fill: var(--page); stroke: var(--line); stroke-width: 1.5; }
        svg .edge { fill: none; stroke-width: 2; } svg .edge.good { stroke: var(--good); } svg .edge.bad { stroke: var(--bad); stroke-dasharray: 6 5; }
        svg .tip.good { fill: var(--good); } svg .tip.bad { fill: var(--bad); }
        svg .label { fill: var(--card); } svg .word.good { fill: var(--good); font-weight: 600; } svg .word.bad { fill: var(--bad); font-weight: 600; }
        svg .word.warn { fill: var(--warn); font-weight: 600; }
        .lead { margin: 0; } dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .8rem; margin: .25rem 0 0; }
        dt { color: var(--soft); font-size: .82rem; line-height: 1.8; } dd { margin: 0; }
        :focus-visible { outline: 2px solid var(--mark); outline-offset: 2px; }
        @media (max-width: 44rem) { thead { display: none; } tr, td { display: block; } td { border: 0; padding: .1rem 0; }
          tr { border-top: 1px solid var(--line); padding: .5rem 0; } tr.note { border-top: 0; padding-top: 0; } .nowrap { white-space: normal; } }
        a { color: var(--mark); }
        pre { margin: 0; overflow-x: auto; font: .86em/1.5 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
        """;
}
