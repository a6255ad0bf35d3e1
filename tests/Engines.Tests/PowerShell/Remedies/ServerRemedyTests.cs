using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>Of servers, and of accounts there.</summary>
public sealed class ServerRemedyTests(SharedShell usual) : RemedyTests(usual)
{
    public static TheoryData<ShellRemedy> All => [.. RemedyTable.OfServers];

    [SkippableTheory]
    [MemberData(nameof(All))]
    public Task Following_it_ends_what_it_is_for(ShellRemedy remedy) => AssertEndsAsync(remedy);
}
