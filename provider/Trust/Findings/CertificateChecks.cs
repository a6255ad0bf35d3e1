using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Findings;

/// <summary>CERT-001 to CERT-005 of domain.md 11.3, as far as the configuration shows them.</summary>
internal static class CertificateChecks
{
    public static IEnumerable<TrustFinding> Of(TrustView view) => view.State.Servers.Values.SelectMany(server => OnServer(view, server));

    private static IEnumerable<TrustFinding> OnServer(TrustView view, Server server)
    {
        var slots = view.SlotsOf(server);
        if (slots.Current is not { } current)
        {
            return view.State.PublishedMetadata.ContainsKey(server.Fqdn) && view.Sees(server, TrustPart.Certificates)
                ? [Found("CERT-003", server, FaultCatalogue.NothingToPublish(server.Fqdn), 3)]
                : [];
        }

        return Soundness(server, current, view.Now).Concat(Renewal(view, server, slots, current))
            .Concat(Staging(server, slots, current, view.Now)).Concat(Strength(server, slots)).Concat(Members(view, server, slots));
    }

    /// <summary>What signs or is about to must lie on every member (domain.md 8 rows 2, 20 and 21).</summary>
    private static IEnumerable<TrustFinding> Members(TrustView view, Server server, CertificateSlots slots)
    {
        SigningCertificate?[] signers = [slots.Current, slots.Next];
        var row = server.Product switch { ServerProduct.LyncServer => 20, ServerProduct.ExchangeServer => 21, _ => 2 };
        return
            from signer in signers.OfType<SigningCertificate>()
            from fault in PoolRules.Check(server, signer, view.State.MemberCopies.GetValueOrDefault(server.Fqdn, []))
            select Found(fault.Code == "PT2019" ? "CERT-003" : "CERT-004", server, fault, row);
    }

    private static IEnumerable<TrustFinding> Soundness(Server server, SigningCertificate current, DateTimeOffset now) =>
        CertificateRules.Validate(current, true, now).Where(fault => !IsAboutStrength(fault)).Select(fault => Found(
            "CERT-001", server, fault.At("source"), server.Product == ServerProduct.ExchangeServer ? 1 : 19));

    /// <summary>The products sign with a weak key as with any other.</summary>
    private static IEnumerable<TrustFinding> Strength(Server server, CertificateSlots slots)
    {
        SigningCertificate?[] signers = [slots.Current, slots.Next];
        return
            from signer in signers.OfType<SigningCertificate>()
            from fault in KeyRules.Check(signer)
            where IsAboutStrength(fault)
            select new TrustFinding("CERT-004", server.Fqdn, null, fault with { IsWarning = true }, Failure: null);
    }

    private static bool IsAboutStrength(Fault fault) => fault.Code is "PT2030" or "PT2031";

    private static IEnumerable<TrustFinding> Renewal(TrustView view, Server server, CertificateSlots slots, SigningCertificate current)
    {
        if (current.NotAfter < view.Now || slots.Next is not null
            || CertificateRules.RenewalDue(current, view.Now, view.RenewalDays, server.Product) is not { } due)
        {
            yield break;
        }

        yield return Found("CERT-001", server, due, 19);
        if (ProductLifecycle.Of(server.Product).KeepsGenerations)
        {
            yield return Found("CERT-002", server, FaultCatalogue.NextNotStaged(server.Fqdn, current), 19);
        }
    }

    private static IEnumerable<TrustFinding> Staging(
        Server server, CertificateSlots slots, SigningCertificate current, DateTimeOffset now) =>
        slots.NextEffectiveDate is { } effective
            ? StagingRules.Overlap(current, server.Product, effective, now).Select(fault => Found("CERT-005", server, fault, 19))
            : [];

    private static TrustFinding Found(string check, Server server, Fault fault, int failure) =>
        new(check, server.Fqdn, null, fault, FailureCatalogue.Number(failure));
}
