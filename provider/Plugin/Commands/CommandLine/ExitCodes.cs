using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>What a command leaves to whoever started it, so that scripts need not read texts.</summary>
internal static class ExitCodes
{
    public const int Well = 0;

    public const int Warning = 1;

    public const int Misused = 2;

    public const int Critical = 3;

    public const int Unanswered = 4;

    public static ImmutableArray<(int Number, string Meaning)> Meanings { get; } =
    [
        (Well, "all is well"),
        (Warning, "it works, with a warning"),
        (Misused, "the command line is not written as it must be"),
        (Critical, "something is refused, or is about to stop working"),
        (Unanswered, "it could not be asked: data, servers or the pulumi CLI cannot be reached, or it was cancelled"),
    ];

    public static int Of(Severity severity) => severity switch
    {
        Severity.Well => Well,
        Severity.Warning => Warning,
        _ => Critical,
    };

    /// <summary>What is known to be critical comes before what is not known.</summary>
    public static int Of(TrustOverview overview) =>
        overview.Severity == Severity.Critical ? Critical : overview.IsPartial ? Unanswered : Of(overview.Severity);

    /// <summary>Of a command that ended with an exception.</summary>
    public static int Of(Exception failure) => failure is FaultException { Faults: var faults } && !faults.IsEmpty ? faults.Max(Of) : Unanswered;

    private static int Of(Fault fault) => fault.Kind switch
    {
        FaultKind.Input or FaultKind.Unsupported => Misused,
        FaultKind.Refusal => Critical,
        _ => Unanswered,
    };
}
