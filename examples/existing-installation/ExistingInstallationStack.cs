using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.Existing;

/// <summary>
/// The trust is there already, made by hand years ago; the stack says what it is, under the names that `import-file` gives. Everything is
/// protected: nobody removes by accident what the company depends on.
/// </summary>
public sealed class ExistingInstallationStack : Stack
{
    // With `adopt`, an update takes over what is there by its id instead of making it again: the way without `pulumi import`.
    private readonly bool adopt;

    public ExistingInstallationStack()
    {
        var config = new Pulumi.Config();
        var lync = config.Require("lync");
        var exchange = config.Require("exchange");
        adopt = config.GetBoolean("adopt") ?? false;

        // The certificates that the servers sign with stay; from now on each is renewed in time.
        _ = new CertificateBinding("certificate-atl-cs-001", new()
        {
            Server = lync,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        }, Existing(lync));

        _ = new CertificateBinding("certificate-autodiscover", new()
        {
            Server = exchange,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        }, Existing(exchange));

        var settings = new OAuthConfiguration("oauth-atl-cs-001", new()
        {
            Server = lync,
            ExchangeAutodiscoverUrl = $"https://{exchange}/autodiscover/autodiscover.svc",
        }, Existing(lync));

        // Lync's document shows the realm of its settings, so that it waits for them.
        var lyncMetadata = $"https://{lync}/metadata/json/1";
        var exchangeMetadata = $"https://{exchange}/autodiscover/metadata/json/1";
        _ = new AuthMetadataEndpoint("metadata-atl-cs-001", new() { Server = lync, Url = lyncMetadata }, Existing(lyncMetadata, settings));
        _ = new AuthMetadataEndpoint("metadata-autodiscover", new() { Server = exchange, Url = exchangeMetadata }, Existing(exchangeMetadata));

        var exchangeOnLync = new PartnerApplication("partner-exchange-on-atl-cs-001", new()
        {
            Server = lync,
            Name = "Exchange",
            AuthMetadataUrl = exchangeMetadata,
            TrustLevel = TrustLevel.Full,
        }, Existing($"{lync}/Exchange"));

        _ = new PartnerApplication("partner-lyncenterprise-on-autodiscover", new()
        {
            Server = exchange,
            Name = "LyncEnterprise",
            AuthMetadataUrl = lyncMetadata,
            LinkedAccount = new LinkedAccountArgs
            {
                Name = "LyncEnterprise-ApplicationAccount",
                Roles = { "ArchiveApplication", "UserApplication" },
            },
        }, Existing($"{exchange}/LyncEnterprise"));

        // What is not declared can be asked for.
        var onLync = GetPartnerApplications.Invoke(new() { Server = lync });
        var bound = GetCertificateBinding.Invoke(new() { Server = lync });
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

    private CustomResourceOptions Existing(string id, params Resource[] after) =>
        new() { ImportId = adopt ? id : null, Protect = true, DependsOn = after };
}
