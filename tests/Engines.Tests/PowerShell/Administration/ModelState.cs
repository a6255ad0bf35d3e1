using PartnerTrust.Engines.Tests.PowerShell.Model;

namespace PartnerTrust.Engines.Tests.PowerShell.Administration;

/// <summary>All that the modelled servers keep, as text.</summary>
internal static class ModelState
{
    public static string Of(ModelEstate estate) => string.Join('\n', Lines(estate));

    private static IEnumerable<string> Lines(ModelEstate estate)
    {
        var (lync, exchange, sharePoint) = (estate.Lync, estate.Exchange, estate.SharePoint);
        yield return $"lync {lync.Previous} {lync.Current?.Certificate} {lync.Staged}";
        yield return string.Join(' ', lync.Settings.OrderBy(setting => setting.Key));
        foreach (var record in lync.Partners.Values.Cast<object>().Concat(lync.OAuthServers.Values))
        {
            yield return $"lync {record}";
        }

        yield return $"exchange {exchange.Previous} {exchange.Current} {exchange.Next} {exchange.NextFrom}";
        yield return string.Join(' ', exchange.Stores.SelectMany(store => store.Value.Select(key => $"{store.Key}:{key.Thumbprint}")).Order());
        foreach (var record in exchange.Partners.Values.OrderBy(record => record.Name))
        {
            yield return $"exchange {record with { Keys = [] }} {string.Join(' ', record.Keys.Select(key => key.Thumbprint))}";
        }

        foreach (var server in exchange.AuthServers.Values)
        {
            yield return $"exchange {server with { Keys = [] }} {string.Join(' ', server.Keys.Select(key => key.Thumbprint))}";
        }

        foreach (var user in exchange.Users.Values.OrderBy(user => user.Name))
        {
            yield return $"user {user with { Roles = [] }} {string.Join(' ', user.Roles.Order())}";
        }

        yield return $"sharepoint {sharePoint.Signing?.Thumbprint} {string.Join(' ', sharePoint.FullControl)}";
        foreach (var issuer in sharePoint.Issuers.Values)
        {
            yield return $"sharepoint {issuer with { Key = null! }} {issuer.Key.Thumbprint}";
        }
    }
}
