namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>What a program takes away, and what it must prove.</summary>
internal static partial class RemedyTable
{
    /// <summary>Lync can no longer call Exchange.</summary>
    private static readonly RemedyProgram OneWay = WithoutCheck.Without("lyncOnExchange");

    private static IEnumerable<Remedy> Removals =>
    [
        new("PT7041", "declare the resource again", RemedyCommand.Update) { Before = Healthy, Wrong = OneWay },
        new("PT7042", "Keep the resource", RemedyCommand.Update) { Before = Guarded(Healthy), Wrong = Guarded(OneWay), Right = Guarded(Healthy) },
        new("PT7042", "set partnertrust:protectLastDirection to false", RemedyCommand.Update)
        {
            Where = "allowed",
            Before = Guarded(Healthy),
            Wrong = Guarded(OneWay),
            Right = OneWay.Setting("protectLastDirection", "false"),
        },
        new("PT7040", "Correct the program") { Wrong = Proven(Healthy.Without("settings"), "enforce"), Right = Proven(Healthy, "enforce") },
    ];

    private static RemedyProgram Guarded(RemedyProgram program) => program.Setting("protectLastDirection", "true");

    private static RemedyProgram Proven(RemedyProgram program, string how) => program.Setting("proveOnPreview", how);
}
