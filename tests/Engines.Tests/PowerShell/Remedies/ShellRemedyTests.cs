using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>Of shells that are not as they should be.</summary>
public sealed class ShellRemedyTests(SharedShell usual) : RemedyTests(usual)
{
    public static TheoryData<ShellRemedy> All => [.. RemedyTable.OfShells];

    [SkippableTheory]
    [MemberData(nameof(All))]
    public Task Following_it_ends_what_it_is_for(ShellRemedy remedy) => AssertEndsAsync(remedy);
}
