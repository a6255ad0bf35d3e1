using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.Component;

/// <summary>
/// All that ../two-way-trust declares one by one: certificates, metadata documents, partner applications, the OAuth settings and the check
/// are children of one component, in the right order.
/// </summary>
public sealed class TrustStack : Stack
{
    public TrustStack()
    {
        var config = new Pulumi.Config();

        var trust = new TwoWayTrust("litware", new()
        {
            Lync = new LyncSideArgs { Server = config.Require("lync") },
            Exchange = new ExchangeSideArgs { Server = config.Require("exchange") },
            Check = new TrustCheckArgs { SipUri = config.Require("testUser") },
        });

        Directions = trust.Directions.Apply(all => string.Join(", ", all.Select(direction => $"{direction.From} -> {direction.To}")));
        ExchangeMetadataUrl = trust.ExchangeMetadataUrl;
        Proven = trust.CheckSucceeded;
    }

    [Output("directions")]
    public Output<string> Directions { get; private set; }

    [Output("exchangeMetadataUrl")]
    public Output<string> ExchangeMetadataUrl { get; private set; }

    [Output("proven")]
    public Output<bool?> Proven { get; private set; }
}
