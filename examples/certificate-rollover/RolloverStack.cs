using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.Rollover;

/// <summary>
/// Exchange's certificate is renewed in four steps, each a change of configuration: stage the next one, let every partner read it, switch,
/// retire. At no moment is a valid token refused, because the partners know both keys while the switch happens.
/// </summary>
public sealed class RolloverStack : Stack
{
    public RolloverStack()
    {
        var config = new Pulumi.Config();
        var lync = config.Require("lync");
        var exchange = config.Require("exchange");
        var testUser = config.Require("testUser");

        // A new generation is a new certificate. With `switchAt` it is staged until then; without, it is current at once.
        var generation = config.RequireInt32("generation");
        var switchAt = config.Get("switchAt");

        // The old one is forgotten as soon as nothing that it signed counts any more; before that the update keeps it and says until when.
        var retire = config.GetBoolean("retire") ?? false;

        var lyncCertificate = new CertificateBinding("lync", new()
        {
            Server = lync,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        });

        var exchangeCertificate = new CertificateBinding("exchange", new()
        {
            Server = exchange,
            Source = new CertificateSourceArgs
            {
                Generate = new GeneratedCertificateArgs { Subject = $"CN=Exchange Auth Certificate {generation}", ValidityDays = 365 },
            },
            EffectiveDate = switchAt!,
            RetirePrevious = retire,
        });

        var autodiscover = new OAuthConfiguration("lync", new()
        {
            Server = lync,
            ExchangeAutodiscoverUrl = $"https://{exchange}/autodiscover/autodiscover.svc",
        });

        // Lync's document shows the realm of its settings, so that it waits for them.
        var lyncMetadata = new AuthMetadataEndpoint("lync", new() { Server = lync }, new() { DependsOn = { lyncCertificate, autodiscover } });
        var exchangeMetadata = new AuthMetadataEndpoint("exchange", new() { Server = exchange }, new() { DependsOn = exchangeCertificate });

        // A staged key changes the fingerprint, so that this record holds both keys before Exchange signs with the new one.
        var exchangeOnLync = new PartnerApplication("exchange-on-lync", new()
        {
            Server = lync,
            AuthMetadataUrl = exchangeMetadata.Url,
            RefreshTrigger = exchangeMetadata.Fingerprint,
        });

        var lyncOnExchange = new PartnerApplication("lync-on-exchange", new()
        {
            Server = exchange,
            AuthMetadataUrl = lyncMetadata.Url,
            LinkedAccount = new LinkedAccountArgs { Name = "LyncEnterprise-ApplicationAccount" },
            RefreshTrigger = lyncMetadata.Fingerprint,
        });

        // Every step proves both directions again: that Lync still reaches Exchange, and that Lync accepts what Exchange signs.
        var state = exchangeCertificate.State.Apply(state => state.ToString());
        var proofs = new CustomResourceOptions { DependsOn = { exchangeOnLync, lyncOnExchange, autodiscover } };
        var lyncToExchange = new ConnectivityCheck("lync-to-exchange", new()
        {
            Server = lync,
            SipUri = testUser,
            Triggers = { exchangeMetadata.Fingerprint, state },
        }, proofs);

        var exchangeToLync = new ConnectivityCheck("exchange-to-lync", new()
        {
            Server = exchange,
            Target = lync,
            SipUri = testUser,
            Method = ConnectivityMethod.Probe,
            Triggers = { exchangeMetadata.Fingerprint, state },
        }, proofs);

        // Which step is safe when: the earliest times follow from the products' own intervals and the longest token lifetime.
        var plan = PlanRollover.Invoke(
            new() { Server = exchange },
            new InvokeOutputOptions { DependsOn = { lyncToExchange, exchangeToLync } });

        Thumbprint = exchangeCertificate.Thumbprint;
        State = state;
        KeysThatLyncTrusts = exchangeOnLync.TrustedKeys.Apply(keys => keys.Length);
        Proven = Output.Tuple(lyncToExchange.Succeeded, exchangeToLync.Succeeded).Apply(both => both.Item1 && both.Item2);
        Plan = plan.Apply(steps => string.Join(", ", steps.Steps.Select(step => $"{step.NotBefore[..10]} {step.Action}")));
    }

    [Output("thumbprint")]
    public Output<string> Thumbprint { get; private set; }

    [Output("state")]
    public Output<string> State { get; private set; }

    [Output("keysThatLyncTrusts")]
    public Output<int> KeysThatLyncTrusts { get; private set; }

    [Output("proven")]
    public Output<bool> Proven { get; private set; }

    [Output("plan")]
    public Output<string> Plan { get; private set; }
}
