using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Findings;

/// <summary>What is wrong with one record: META-002, META-003, META-004, TRUST-002, TRUST-004, TRUST-005, CFG-002 of domain.md 11.3.</summary>
internal static class PartnerChecks
{
    public static IEnumerable<TrustFinding> Of(TrustView view) => view.State.PartnerApplications.Values.SelectMany(record =>
        view.State.Servers.TryGetValue(record.Server, out var server) ? OfRecord(view, server, record) : []);

    private static IEnumerable<TrustFinding> OfRecord(TrustView view, Server server, PartnerApplication record)
    {
        if (!record.Enabled)
        {
            yield return Found("TRUST-002", record, FaultCatalogue.RecordDisabled(record.Server, record.Name), 17) with
            {
                Consequence = $"{record.Server} refuses every call of {record.Issuer}.",
            };
        }

        foreach (var finding in Rights(view, server, record).Concat(Source(view, server, record)).Concat(TrustedKeyChecks.Of(record)))
        {
            yield return finding;
        }
    }

    private static IEnumerable<TrustFinding> Rights(TrustView view, Server server, PartnerApplication record)
    {
        if (record is { TrustLevel: { } level and not TrustLevel.Full, Source: not PartnerSource.AuthorizationServer })
        {
            yield return Found("TRUST-004", record, FaultCatalogue.TrustLevelLow(record.Server, record.Name, level), 12);
        }

        if (FarmRules.Check(server, record) is { } otherRealm)
        {
            yield return Found("META-003", record, otherRealm, 29);
        }

        if (server.Product != ServerProduct.ExchangeServer)
        {
            yield break;
        }

        foreach (var mistyped in record.LinkedAccount is { } named ? LinkedAccountRules.Mistyped(named) : [])
        {
            yield return Found("TRUST-005", record, mistyped, 10);
        }

        if (LinkedAccountRules.Check(record) is { } account)
        {
            yield return Found("TRUST-005", record, account, 10);
        }
        else if (record is { LinkedAccount: null, ApplicationIdentifier: WellKnownApplications.Exchange })
        {
            yield return Found("TRUST-005", record, FaultCatalogue.AccountNotLinked(record.Name), 24);
        }

        if (record is { AcceptSecurityIdentifierInformation: false, Source: not PartnerSource.AuthorizationServer }
            && view.State.Mailboxes.Values.Any(m => m.Server == server.Fqdn && m.SecurityIdentifier is not null))
        {
            yield return Found("TRUST-004", record, FaultCatalogue.SecurityIdentifiersRefused(record.Server, record.Name), 32);
        }
    }

    private static IEnumerable<TrustFinding> Source(TrustView view, Server server, PartnerApplication record)
    {
        if (RealmRules.Check(server, record) is { } realm)
        {
            yield return Found("CFG-002", record, realm, 9) with
            {
                Consequence = $"{record.Server} refuses tokens for the realm {record.Realm}.",
            };
        }

        if (view.PartnerOf(record) is not { } partner)
        {
            yield break;
        }

        var (name, actual) = view.PrincipalOf(partner);
        if (!name.Equals(record.ApplicationIdentifier, StringComparison.OrdinalIgnoreCase))
        {
            yield return Found("META-002", record, OtherName(record, name, partner) with { IsWarning = true }, 17);
        }

        if (record.Realm != actual)
        {
            yield return Found("META-003", record, FaultCatalogue.DocumentRealmUnexpected(actual, record.Realm) with { IsWarning = true }, 17);
        }

        foreach (var drift in view.DriftOf(
            record.Server, record.Name, record.TrustedKeys, partner, single: record.Source is PartnerSource.Certificate))
        {
            yield return Found("META-004", record, drift, 7);
        }
    }

    /// <summary>Of the product that the record is about; whose identifier is nobody's, is taken for the partner's own product.</summary>
    private static Fault OtherName(PartnerApplication record, string name, Server partner)
    {
        var meant = Enum.GetValues<ServerProduct>().Where(product => WellKnownApplications.IdentifierOf(product) == record.ApplicationIdentifier);
        return FaultCatalogue.ServiceNameUnexpected(name, meant.FirstOrDefault(partner.Product), record.ApplicationIdentifier);
    }

    private static TrustFinding Found(string check, PartnerApplication record, Fault fault, int failure) =>
        new(check, record.Server, record.Name, fault, FailureCatalogue.Number(failure));
}
