using System.Linq;
using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.Existing;

/// <summary>
/// The trust is there already, made by hand years ago. The stack says what it should be, and the first `pulumi up` adopts what is there
/// by its id instead of making it again. Protected: nobody removes by accident what the company depends on.
/// </summary>
public sealed class ExistingInstallationStack : Stack
{
    public ExistingInstallationStack()
    {
        var config = new Pulumi.Config();
        var lync = config.Require("lync");
        var exchange = config.Require("exchange");
        var adopt = config.GetBoolean("adopt") ?? false;

        // What is there? Ask before writing it down.
        var onLync = GetPartnerApplications.Invoke(new() { Server = lync });
        var bound = GetCertificateBinding.Invoke(new() { Server = lync });

        var exchangeOnLync = new PartnerApplication("exchange-on-lync", new()
        {
            Server = lync,
            Name = "Exchange",
            AuthMetadataUrl = $"https://{exchange}/autodiscover/metadata/json/1",
            TrustLevel = TrustLevel.Full,
        }, Adopted(adopt, $"{lync}/Exchange"));

        _ = new PartnerApplication("lync-on-exchange", new()
        {
            Server = exchange,
            Name = "LyncEnterprise",
            AuthMetadataUrl = $"https://{lync}/metadata/json/1",
            LinkedAccount = new LinkedAccountArgs
            {
                Name = "LyncEnterprise-ApplicationAccount",
                Roles = { "UserApplication", "ArchiveApplication" },
            },
        }, Adopted(adopt, $"{exchange}/LyncEnterprise"));

        _ = new OAuthConfiguration("lync", new()
        {
            Server = lync,
            ExchangeAutodiscoverUrl = $"https://{exchange}/autodiscover/autodiscover.svc",
        }, Adopted(adopt, lync));

        RecordsOnLync = onLync.Apply(all => string.Join(", ", all.PartnerApplications.Select(record => record.Id)));
        LyncCertificateEnds = bound.Apply(slots => slots.Current?.NotAfter ?? "no certificate is bound");
        TrustedByLync = exchangeOnLync.Issuer;
    }

    [Output("recordsOnLync")]
    public Output<string> RecordsOnLync { get; private set; }

    [Output("lyncCertificateEnds")]
    public Output<string> LyncCertificateEnds { get; private set; }

    [Output("trustedByLync")]
    public Output<string> TrustedByLync { get; private set; }

    private static CustomResourceOptions Adopted(bool adopt, string id) => new() { ImportId = adopt ? id : null, Protect = true };
}
