using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.TwoWayTrust;

/// <summary>
/// Lync calls Exchange (to archive conversations, to read contacts) and Exchange calls Lync (to show presence): each must know the
/// other's keys. Both sides bind a certificate, publish it in a metadata document, and register the other's document.
/// </summary>
public sealed class TwoWayTrustStack : Stack
{
    public TwoWayTrustStack()
    {
        var config = new Pulumi.Config();
        var lync = config.Require("lync");
        var exchange = config.Require("exchange");
        var testUser = config.Require("testUser");

        // 1. The certificates that sign the tokens: Lync's OAuthTokenIssuer certificate and Exchange's auth certificate.
        //    Here the engine makes them and renews them in time; `Thumbprint` or `PfxFile` name one of your own.
        var lyncCertificate = new CertificateBinding("lync", new()
        {
            Server = lync,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        });

        var exchangeCertificate = new CertificateBinding("exchange", new()
        {
            Server = exchange,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        });

        // 2. Where Lync finds the mailbox of a user; its realm is set here too.
        var autodiscover = new OAuthConfiguration("lync", new()
        {
            Server = lync,
            ExchangeAutodiscoverUrl = $"https://{exchange}/autodiscover/autodiscover.svc",
        });

        // 3. The documents in which each side publishes who it is and with which keys it signs.
        //    Lync's shows the realm of its settings, so that it waits for them.
        var lyncMetadata = new AuthMetadataEndpoint("lync", new()
        {
            Server = lync,
            Url = $"https://{lync}/metadata/json/1",
        }, new() { DependsOn = { lyncCertificate, autodiscover } });

        var exchangeMetadata = new AuthMetadataEndpoint("exchange", new()
        {
            Server = exchange,
            Url = $"https://{exchange}/autodiscover/metadata/json/1",
        }, new() { DependsOn = exchangeCertificate });

        // 4. Each side registers the other. The record keeps a copy of the partner's keys: RefreshTrigger has it taken again
        //    whenever the partner's document shows other keys.
        var exchangeOnLync = new PartnerApplication("exchange-on-lync", new()
        {
            Server = lync,
            Name = "Exchange",
            AuthMetadataUrl = exchangeMetadata.Url,
            TrustLevel = TrustLevel.Full,
            RefreshTrigger = exchangeMetadata.Fingerprint,
        });

        var lyncOnExchange = new PartnerApplication("lync-on-exchange", new()
        {
            Server = exchange,
            Name = "LyncEnterprise",
            AuthMetadataUrl = lyncMetadata.Url,
            LinkedAccount = new LinkedAccountArgs
            {
                Name = "LyncEnterprise-ApplicationAccount",
                Roles = { "UserApplication", "ArchiveApplication" },
            },
            RefreshTrigger = lyncMetadata.Fingerprint,
        });

        // 5. The proof: Lync writes an item into the user's Conversation History, reads it back and deletes it.
        //    It runs again whenever one side shows other keys.
        var check = new ConnectivityCheck("lync-to-exchange", new()
        {
            Server = lync,
            SipUri = testUser,
            Folder = StorageFolder.ConversationHistory,
            Triggers = { lyncMetadata.Fingerprint, exchangeMetadata.Fingerprint },
        }, new() { DependsOn = { exchangeOnLync, lyncOnExchange, autodiscover } });

        LyncThumbprint = lyncCertificate.Thumbprint;
        ExchangeThumbprint = exchangeCertificate.Thumbprint;
        TrustedByLync = exchangeOnLync.Issuer;
        TrustedByExchange = lyncOnExchange.Issuer;
        Proven = check.Succeeded;
    }

    [Output("lyncThumbprint")]
    public Output<string> LyncThumbprint { get; private set; }

    [Output("exchangeThumbprint")]
    public Output<string> ExchangeThumbprint { get; private set; }

    [Output("trustedByLync")]
    public Output<string> TrustedByLync { get; private set; }

    [Output("trustedByExchange")]
    public Output<string> TrustedByExchange { get; private set; }

    [Output("proven")]
    public Output<bool> Proven { get; private set; }
}
