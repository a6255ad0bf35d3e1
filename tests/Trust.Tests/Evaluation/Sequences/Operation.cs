using FsCheck;
using FsCheck.Fluent;

namespace PartnerTrust.Trust.Tests.Evaluation.Sequences;

internal enum OperationKind
{
    Bind,
    Stage,
    ClearPrevious,
    Unbind,
    Register,
    Refresh,
    Remove,
    ToggleEnabled,
    ChangeRealm,
    ChangeAcceptedDomains,
    ChangeRights,
    ToggleMailbox,
    ToggleAutodiscover,
    PassTime,
    IssueToken,
}

/// <summary>One thing that someone does, or that happens.</summary>
/// <param name="OnLync">On the Lync side; else on the Exchange side.</param>
/// <param name="Value">Which certificate, realm, span of time …; 0 to 5.</param>
internal readonly record struct Operation(OperationKind Kind, bool OnLync, int Value)
{
    /// <summary>Spans that end before, at and after the lifetimes of tokens, stagings and certificates.</summary>
    public static readonly TimeSpan[] Spans =
        [TimeSpan.FromHours(1), TimeSpan.FromHours(8), TimeSpan.FromHours(9), TimeSpan.FromDays(3), TimeSpan.FromDays(10), TimeSpan.FromDays(30)];

    public static readonly string[] Realms = ["litwareinc.com", "contoso.com", "Litwareinc.com", "litwareinc.com", "fabrikam.com", "litwareinc.com"];

    public static readonly string[][] AcceptedDomains =
        [[], ["litwareinc.com"], ["*.litwareinc.com"], ["contoso.com", "litwareinc.com"], ["fabrikam.com"], ["*.litwareinc.com", "litwareinc.com"]];

    /// <summary>Short sequences; what tends to repair is as likely as what breaks.</summary>
    public static Arbitrary<Operation[]> Sequences { get; } = Arb.From(
        from length in Gen.Choose(1, 8)
        from operations in One().ArrayOf(length)
        select operations,
        Shorter);

    private static Gen<Operation> One() =>
        from kind in Gen.Elements((OperationKind[])
        [
            .. Enum.GetValues<OperationKind>(), OperationKind.Register, OperationKind.Refresh, OperationKind.Refresh, OperationKind.PassTime,
            OperationKind.Bind, OperationKind.Stage, OperationKind.IssueToken,
        ])
        from onLync in Gen.Elements(true, false)
        from value in Gen.Choose(0, 5)
        select new Operation(kind, onLync, value);

    private static IEnumerable<Operation[]> Shorter(Operation[] operations) =>
        Enumerable.Range(0, operations.Length).Select(left => (Operation[])[.. operations[..left], .. operations[(left + 1)..]]);
}
