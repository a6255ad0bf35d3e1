using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>The authorization configuration (domain.md 2.3): staged, published, cleared.</summary>
internal sealed class AuthConfigs(WorldStore store, ExchangeDirectory directory) : INoun
{
    private const string Name = "Auth Configuration";

    public void AddTo(CmdletTable table) => table
        .Add("Get-AuthConfig", GetAsync)
        .Add("Set-AuthConfig", SetAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var organisation = directory.Of(server);
        var slots = organisation.ServiceletRests
            ? await store.ReadAsync(session => session.Certificates.FindSlots(server.Fqdn), cancellationToken)
            : await store.ReadSlotsAsync(server, cancellationToken);
        return PlayedAnswer.Of(DirectoryObjects.Of(
            "SystemConfiguration.AuthConfig",
            Name,
            new DirectoryCall(call, organisation),
            organisation.SettingsOf(nameof(AuthConfigs), Name),
            "CN=Microsoft Exchange,CN=Services,CN=Configuration",
            ("CurrentCertificateThumbprint", PlayedValue.Of(slots.Current?.Thumbprint.Hex ?? "")),
            ("PreviousCertificateThumbprint", PlayedValue.Of(slots.Previous?.Thumbprint.Hex ?? "")),
            ("NextCertificateThumbprint", PlayedValue.Of(slots.Next?.Thumbprint.Hex ?? "")),
            ("NextCertificateEffectiveDate", PlayedValue.Local(slots.NextEffectiveDate)),
            ("ServiceName", PlayedValue.Of(organisation.ServiceName ?? server.ApplicationIdentifier)),
            ("Realm", PlayedValue.Of(organisation.AuthRealm)),
            ("DeploymentId", PlayedValue.Of("")),
            ("IssuerIdentifier", PlayedValue.Of(""))));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var organisation = directory.Of(server);
        var before = organisation.SettingsOf(nameof(AuthConfigs), Name);
        var answer = call.Set switch
        {
            "NewCertificateParameter" => await StageAsync(call, server, cancellationToken),
            "PublishAuthCertificateParameter" => await PublishAsync(call, server, cancellationToken),
            "CurrentCertificateParameter" => await ReplaceAsync(call, server, cancellationToken),
            _ => Settings(call, organisation),
        };
        organisation.Keep(nameof(AuthConfigs), Name, before with { Changed = store.Now });
        return answer;
    }

    private async Task<PlayedAnswer> StageAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        if (call.Text("NewCertificateThumbprint") is null)
        {
            await WithdrawAsync(server, cancellationToken);
            return PlayedAnswer.Nothing;
        }

        var effective = call.Date("NewCertificateEffectiveDate")
            ?? throw ExchangeErrors.Refused(call.Cmdlet, "NewCertificateEffectiveDate is needed with NewCertificateThumbprint.");
        var thumbprint = Parsed(call, "NewCertificateThumbprint");
        if (effective - store.Now < ProductLifecycle.Of(server.Product).LeadTime && !call.IsOn("Force") && !call.IsConfirmed)
        {
            return PlayedAnswer.Asks("The effective date is less than 48 hours ahead. Do you want to continue?");
        }

        await ChangeAsync(call, server, thumbprint, (slots, certificate) => Staged(slots, certificate, server, effective), cancellationToken);
        return PlayedAnswer.Nothing;
    }

    /// <summary>That nothing takes back what was staged is not documented.</summary>
    private Task<CertificateSlots> WithdrawAsync(Server server, CancellationToken cancellationToken) => store.Certificates.ChangeAsync(
        server, slots => slots with { Next = null, NextEffectiveDate = null }, cancellationToken);

    /// <summary>As the servicelet finds it: one whose date has passed is staged too, until it is published.</summary>
    private CertificateSlots Staged(CertificateSlots slots, SigningCertificate certificate, Server server, DateTimeOffset effective)
    {
        var faults = CertificateRules.Review(slots, certificate, server.Product, store.Now, effective).RemoveAll(fault => fault.IsWarning);
        return !faults.IsEmpty ? throw new FaultException(faults)
            : effective > store.Now ? CertificateRules.Bind(slots, certificate, server.Product, store.Now, effective)
            : certificate.Equals(slots.Current) ? slots with { Next = null, NextEffectiveDate = null }
            : slots with { Next = certificate, NextEffectiveDate = effective };
    }

    private async Task<PlayedAnswer> PublishAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await store.WriteAsync(
            session =>
            {
                var slots = session.Certificates.FindSlots(server.Fqdn);
                slots = call.IsOn("PublishCertificate") ? CertificateRules.PublishNow(slots, server.Fqdn, store.Now) : slots;
                slots = CertificateRules.At(slots, server.Product, store.Now);
                session.Certificates.SaveSlots(
                    server.Fqdn, call.IsOn("ClearPreviousCertificate") ? CertificateRules.ClearPrevious(slots) : slots);
            },
            cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> ReplaceAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await ChangeAsync(
            call,
            server,
            Parsed(call, "CertificateThumbprint"),
            (slots, certificate) => CertificateRules.Bind(slots, certificate, server.Product, store.Now, null),
            cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private Task ChangeAsync(
        PlayedCall call,
        Server server,
        Thumbprint thumbprint,
        Func<CertificateSlots, SigningCertificate, CertificateSlots> change,
        CancellationToken cancellationToken) => store.WriteAsync(
        session =>
        {
            var stored = session.Certificates.Find(server.Fqdn, thumbprint)
                ?? throw ExchangeErrors.NoCertificate(call.Cmdlet, thumbprint.Hex, server.Fqdn);
            if (stored.HasPrivateKey == false)
            {
                throw new FaultException(FaultCatalogue.PrivateKeyMissing(thumbprint));
            }

            var known = CertificateRules.At(session.Certificates.FindSlots(server.Fqdn), server.Product, store.Now);
            var slots = change(known, stored.Certificate);
            session.Certificates.SaveSlots(server.Fqdn, slots);
            CertificateOperations.Distribute(session, server, slots);
        },
        cancellationToken);

    private static PlayedAnswer Settings(PlayedCall call, ExchangeOrganisation organisation)
    {
        organisation.AuthRealm = call.Has("Realm") ? call.Text("Realm") ?? "" : organisation.AuthRealm;
        organisation.ServiceName = call.Has("ServiceName") ? call.Text("ServiceName") : organisation.ServiceName;
        return PlayedAnswer.Nothing;
    }

    private static Thumbprint Parsed(PlayedCall call, string parameter) => Thumbprint.TryParse(call.Text(parameter), out var thumbprint)
        ? thumbprint
        : throw ExchangeErrors.Refused(call.Cmdlet, $"{parameter} is not a thumbprint.");
}
