using System.Linq;
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

        // A new generation is a new certificate. With `switchAt` it is staged until then; without, it is current at once.
        var generation = config.RequireInt32("generation");
        var switchAt = config.Get("switchAt");

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
                Generate = new GeneratedCertificateArgs { Subject = $"CN=Exchange Auth Certificate {generation}" },
            },
            EffectiveDate = switchAt!,
        });

        var lyncMetadata = new AuthMetadataEndpoint("lync", new() { Server = lync }, new() { DependsOn = lyncCertificate });
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

        // Which step is safe when: the earliest times follow from the products' own intervals and the longest token lifetime.
        var plan = PlanRollover.Invoke(
            new() { Server = exchange },
            new InvokeOutputOptions { DependsOn = { exchangeOnLync, lyncOnExchange } });

        Thumbprint = exchangeCertificate.Thumbprint;
        State = exchangeCertificate.State.Apply(state => state.ToString());
        KeysThatLyncTrusts = exchangeOnLync.TrustedKeys.Apply(keys => keys.Length);
        Plan = plan.Apply(steps => string.Join("\n", steps.Steps.Select(step => $"{step.NotBefore}  {step.Action} on {step.Server}")));
    }

    [Output("thumbprint")]
    public Output<string> Thumbprint { get; private set; }

    [Output("state")]
    public Output<string> State { get; private set; }

    [Output("keysThatLyncTrusts")]
    public Output<int> KeysThatLyncTrusts { get; private set; }

    [Output("plan")]
    public Output<string> Plan { get; private set; }
}
