using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>Where no overlap of two certificates is possible, the remedy is not another plan, but what the refused plan says.</summary>
public sealed class MaintenanceWindowTests
{
    [Fact]
    public void A_farm_is_trusted_again_once_its_certificate_is_replaced_and_every_consumer_refreshed()
    {
        var farm = Scene.LyncAtExchange with
        {
            Name = "farm",
            ApplicationIdentifier = WellKnownApplications.SharePoint,
            Issuer = Scene.SharePoint.Issuer,
            TrustedKeys = [Certs.Public(0)],
        };
        var state = Scene.State.With(farm).Holding(Scene.SharePoint.Fqdn, new CertificateSlots(null, Certs.Public(0), null, null));
        var call = new AskedCall { State = state, Question = new TrustQuestion(Scene.SharePoint.Fqdn, Scene.Exchange.Fqdn, null, Scene.Now) };
        var plan = RolloverPlanner.Plan(state, Scene.SharePoint.Fqdn, Scene.Now);

        Assert.Equal("PT9004", plan.Refusal!.Code);
        Assert.Contains("Replace the certificate in a maintenance window, in which every consumer is refreshed", plan.Refusal.Text, StringComparison.Ordinal);
        Assert.Equal([("switch", Scene.SharePoint.Fqdn), ("refreshConsumer", Scene.Exchange.Fqdn)], plan.Steps.Take(2).Select(step => (step.Action, step.Server)));

        var replaced = call.Keeping(kept => kept.Holding(Scene.SharePoint.Fqdn, new CertificateSlots(Certs.Public(0), Certs.Public(3), null, null)));
        var refreshed = replaced.Keeping(kept => kept.Refreshed((farm.Server, farm.Name), Scene.SharePoint, Scene.Now));

        Assert.Equal("PT5025", Assert.Single(replaced.Judge().Faults).Code);
        Assert.Equal(Judgement.Sound, refreshed.Judge());
    }
}
