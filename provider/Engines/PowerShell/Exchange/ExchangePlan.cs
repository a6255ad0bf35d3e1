using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>The calls that bring an Exchange organization from what was found to what is wanted.</summary>
internal static class ExchangePlan
{
    public static CmdletPlan Of(Server server, ExchangeFound found, ServerChange change, ExchangeCmdlets cmdlets) => change switch
    {
        ServerChange.Certificates certificates => Certificates(server, found.Sight, certificates, cmdlets),
        ServerChange.PartnerRecord { Record: var record } => Partner(server, found, record, cmdlets),
        ServerChange.AuthorizationServerRecord { Record: var record } =>
            RecordPlan.Of(found.Sight.Snapshot.AuthorizationServers, record, new ExchangeAuthServerCmdlets(cmdlets)),
        _ => throw new FaultException(FaultCatalogue.OAuthConfigurationUnsupported(server.Fqdn, server.Product)),
    };

    private static CmdletPlan Certificates(Server server, ServerSight found, ServerChange.Certificates change, ExchangeCmdlets cmdlets)
    {
        var (bound, wanted) = (found.Bound, change.Wanted);
        if (wanted == CertificateSlots.Empty)
        {
            return CmdletPlan.Nothing with
            {
                Remarks = bound.Current is { } left ? [FaultCatalogue.CertificateLeftBound(server.Fqdn, server.Product, left)] : [],
            };
        }

        var calls = Import(server, found, change, cmdlets).ToBuilder();
        var (previous, next, effective) = (bound.Previous, bound.Next, bound.NextEffectiveDate);
        if (wanted.Current is { } current && bound.Current != current.Thumbprint)
        {
            if (next != current.Thumbprint)
            {
                calls.Add(cmdlets.StageCertificate(current.Thumbprint, change.ServerTime ?? wanted.CurrentSince));
            }

            calls.Add(cmdlets.PublishCertificate());
            (previous, next, effective) = (bound.Current ?? previous, null, null);
        }

        if (wanted.Next is { } staged ? (next, effective) != (staged.Thumbprint, wanted.NextEffectiveDate) : next is not null)
        {
            calls.Add(cmdlets.StageCertificate(wanted.Next?.Thumbprint, wanted.NextEffectiveDate));
        }

        if (wanted.Current is not null && wanted.Previous is null && previous is not null)
        {
            calls.Add(cmdlets.ClearPreviousCertificate());
        }

        return new CmdletPlan(calls.ToImmutable());
    }

    /// <summary>To one server: the others get what is bound from the organization's own service (domain.md 2.1).</summary>
    private static ImmutableArray<CmdletCall> Import(
        Server server, ServerSight found, ServerChange.Certificates change, ExchangeCmdlets cmdlets) =>
        change.Brought is { } brought && !found.Snapshot.Certificates.Any(stored => stored.Certificate.Equals(brought.Certificate))
            ? [cmdlets.ImportCertificate(brought.Pfx, brought.Password.Value, server.Members.FirstOrDefault())]
            : [];

    private static CmdletPlan Partner(
        Server server, ExchangeFound found, RecordChange<PartnerApplication> record, ExchangeCmdlets cmdlets)
    {
        var records = RecordPlan.Of(found.Sight.Snapshot.PartnerApplications, record, new ExchangePartnerCmdlets(cmdlets));
        var account = record.Wanted?.LinkedAccount is { } wanted
            ? AccountPlan.Of(server, found, wanted, AccountNames.AreOne(record.Before?.LinkedAccount?.Name, wanted.Name), cmdlets)
            : [];
        return records with { Calls = [.. account, .. records.Calls], Remarks = Left(server, record) };
    }

    private static ImmutableArray<Fault> Left(Server server, RecordChange<PartnerApplication> record) => record.Wanted is null
        ? [.. record.Gone.Select(gone => gone.LinkedAccount?.Name).OfType<string>().Select(name => FaultCatalogue.AccountLeft(server.Fqdn, name))]
        : [];
}
