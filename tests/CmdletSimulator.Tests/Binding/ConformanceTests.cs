using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Tests.Answers;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.CmdletSimulator.Tests.Binding;

/// <summary>Calls are held against the pages.</summary>
public sealed class ConformanceTests
{
    [SkippableTheory]
    [InlineData("RefreshAuthMetadata", "Identity RefreshAuthMetadata Confirm Verbose", "")]
    [InlineData("RefreshAuthMetadata", "RefreshAuthMetadata", "Set-PartnerApplication needs Identity in its set RefreshAuthMetadata")]
    [InlineData("AuthMetadataUrl", "Identity Realm", "Set-PartnerApplication has no parameter Realm in its set AuthMetadataUrl")]
    [InlineData("Other", "Identity", "Set-PartnerApplication has no set Other")]
    public void A_call_is_as_documented_or_said_not_to_be(string set, string parameters, string complaint)
    {
        Skip.IfNot(ReferencePages.ArePresent, "../shared has no cmdlets.json.");
        var call = Calls.Of("Set-PartnerApplication", set, [.. parameters.Split(' ').Select(name => (name, (object?)"x"))]);

        Assert.Equal(complaint, string.Join(' ', CallConformance.Review(call, new ProductCmdlets(ReferencePages.Read()).Of(Edition.ExchangeSe))));
    }

    [SkippableTheory]
    [InlineData("Set-PartnerApplication", "Identity RefreshAuthMetadata Confirm", null)]
    [InlineData("Set-PartnerApplication", "Identity RefreshAuth Confirm", "Set-PartnerApplication has no set that takes Identity, RefreshAuth, Confirm")]
    [InlineData("Set-PartnerApplication", "Identity RefreshAuthMetadata Realm", "Set-PartnerApplication has no set that takes Identity, RefreshAuthMetadata, Realm")]
    [InlineData("Set-PartnerApplication", "RefreshAuthMetadata", "Set-PartnerApplication has no set that takes RefreshAuthMetadata")]
    [InlineData("set-partnerapplication", "Identity", "set-partnerapplication is documented nowhere")]
    [InlineData("Remove-Everything", "Force", "Remove-Everything is documented nowhere")]
    [InlineData("Get-Date", "", null)]
    public void What_is_sent_is_as_documented_or_said_not_to_be(string cmdlet, string parameters, string? complaint)
    {
        Skip.IfNot(ReferencePages.ArePresent, "../shared has no cmdlets.json.");
        var call = new CmdletCall(cmdlet, [.. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name =>
            new CmdletParameter(name, CmdletValue.Null.Instance))]);

        Assert.Equal(complaint, DocumentedCalls.Complaint(call));
    }
}
