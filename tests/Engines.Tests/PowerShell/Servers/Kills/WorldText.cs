using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;

/// <summary>All that the servers keep, as text. Not the sessions: one whose client was killed stays until it expires, on a real server,
/// too.</summary>
internal static class WorldText
{
    public static async Task<string> OfAsync(KillStage stage)
    {
        var lines = new List<string>();
        foreach (var server in new[] { Estate.Lync, Estate.Exchange, Estate.SharePoint })
        {
            var kept = await stage.Store.Reader.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.All), Silence.Instance, default);
            lines.AddRange(Of(kept with { Slots = CertificateRules.At(kept.Slots, server.Product, stage.Time.GetUtcNow()) }));
        }

        var exchange = stage.World.Directory.Of(Litware.Exchange);
        var sharePoint = stage.World.SharePoint.Of(Litware.SharePoint);
        return string.Join('\n', (IEnumerable<string>)
        [
            .. lines,
            .. exchange.Accounts.Values.Select(account => $"account {account with { Id = default }}").Order(),
            .. exchange.Assignments.Values.Select(assignment => $"assignment {assignment with { Id = default }}").Order(),
            .. sharePoint.RootAuthorities.Select(authority => $"authority {authority.Key} {authority.Value.Thumbprint}").Order(),
            .. sharePoint.Permissions.Select(permission => $"{permission}").Distinct().Order(),
        ]);
    }

    private static IEnumerable<string> Of(ServerSnapshot snapshot) =>
    [
        $"{snapshot.Server} {Of(snapshot.Slots)}",
        $"stored {Of(snapshot.Certificates.Select(stored => stored.Certificate).OrderBy(certificate => certificate.Subject))}",
        .. snapshot.PartnerApplications.Select(record =>
            $"{record with { TrustedKeys = null, LinkedAccount = null }} {Of(record.TrustedKeys)} "
            + $"{record.LinkedAccount?.Name} {string.Join(',', record.LinkedAccount?.Roles ?? [])}").Order(),
        .. snapshot.AuthorizationServers.Select(server => $"{server with { TrustedKeys = null }} {Of(server.TrustedKeys)}").Order(),
        $"{snapshot.Settings}",
    ];

    private static string Of(CertificateSlots slots) =>
        $"{slots.Previous?.Thumbprint} {slots.Current?.Thumbprint} {slots.Next?.Thumbprint} {slots.NextEffectiveDate:O}";

    private static string Of(IEnumerable<SigningCertificate>? certificates) =>
        string.Join(' ', (certificates ?? []).Select(certificate => $"{certificate.Thumbprint}"));
}
