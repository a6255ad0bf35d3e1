using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Tests.Answers;
using PartnerTrust.CmdletSimulator.World;

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
}
