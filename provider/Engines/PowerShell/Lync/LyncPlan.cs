using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Lync;

/// <summary>The calls that bring a Lync deployment from what was found to what is wanted.</summary>
internal static class LyncPlan
{
    private static readonly LyncPartnerCmdlets Partners = new();
    private static readonly LyncOAuthServerCmdlets AuthorizationServers = new();

    public static CmdletPlan Of(Server server, ServerSight found, ServerChange change) => change switch
    {
        ServerChange.Certificates certificates => new CmdletPlan(Certificates(found, certificates)),
        ServerChange.PartnerRecord { Record: var record } => RecordPlan.Of(found.Snapshot.PartnerApplications, record, Partners),
        ServerChange.AuthorizationServerRecord { Record: var record } =>
            RecordPlan.Of(found.Snapshot.AuthorizationServers, record, AuthorizationServers),
        ServerChange.Settings settings =>
            new CmdletPlan(Settings(found.Snapshot.Settings ?? OAuthConfigurationRules.Default(server), settings.Wanted)),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Not a known change."),
    };

    private static ImmutableArray<CmdletCall> Certificates(ServerSight found, ServerChange.Certificates change)
    {
        var (bound, wanted) = (found.Bound, change.Wanted);
        if (wanted == CertificateSlots.Empty)
        {
            return Unassign(bound);
        }

        var calls = ImmutableArray.CreateBuilder<CmdletCall>();
        var (previous, next) = (bound.Previous, bound.Next);
        if (wanted.Current is { } current && (bound.Current != current.Thumbprint || (next is not null && wanted.Next is null)))
        {
            // Without -Roll it takes effect at once, in the place of what was staged, too.
            calls.Add(Assign(found, current, change.Brought, null));
            (previous, next) = (bound.Current == current.Thumbprint ? previous : bound.Current ?? previous, null);
        }

        if (wanted.Next is { } staged && (next, bound.NextEffectiveDate) != (staged.Thumbprint, wanted.NextEffectiveDate))
        {
            calls.Add(Assign(found, staged, change.Brought, wanted.NextEffectiveDate));
        }

        if (wanted.Current is not null && wanted.Previous is null && previous is not null)
        {
            calls.Add(LyncCmdlets.RemoveCertificate(previous: true));
        }

        return calls.ToImmutable();
    }

    private static ImmutableArray<CmdletCall> Unassign(BoundCertificates bound) =>
    [
        .. bound.Previous is null ? ImmutableArray<CmdletCall>.Empty : [LyncCmdlets.RemoveCertificate(previous: true)],
        .. (bound.Current ?? bound.Next) is null ? ImmutableArray<CmdletCall>.Empty : [LyncCmdlets.RemoveCertificate(previous: false)],
    ];

    private static CmdletCall Assign(ServerSight found, SigningCertificate certificate, CertificateToImport? brought, DateTimeOffset? effective) =>
        brought is not null && brought.Certificate.Equals(certificate) && !Has(found, certificate)
            ? LyncCmdlets.ImportCertificate(brought.Pfx, brought.Password.Value, effective)
            : LyncCmdlets.AssignCertificate(certificate.Thumbprint, effective);

    private static bool Has(ServerSight found, SigningCertificate certificate) =>
        found.Snapshot.Certificates.Any(stored => stored.Certificate.Thumbprint == certificate.Thumbprint);

    private static ImmutableArray<CmdletCall> Settings(OAuthConfiguration found, OAuthConfiguration wanted) =>
        found == wanted ? [] : [LyncCmdlets.SetOAuthConfiguration(found, wanted)];
}
