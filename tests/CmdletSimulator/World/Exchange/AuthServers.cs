using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Authorization servers that Exchange trusts (domain.md 4.5).</summary>
internal sealed class AuthServers(WorldStore store, ExchangeDirectory directory) : INoun
{
    private const string Kind = "AuthServer";

    public void AddTo(CmdletTable table) => table
        .Add("Get-AuthServer", GetAsync)
        .Add("New-AuthServer", NewAsync)
        .Add("Set-AuthServer", SetAsync)
        .Add("Remove-AuthServer", RemoveAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        if (call.Text("Identity") is not null)
        {
            return PlayedAnswer.Of(Shown(await RequireAsync(on, server, cancellationToken), on));
        }

        var all = await store.ListAuthorizationServersAsync(server, cancellationToken);
        return PlayedAnswer.Of(all.Where(record => on.Sees(Kind, record.Name)).Select(record => Shown(record, on)));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        if (call.Set == "AppSecret")
        {
            throw new PlayedErrorException(WorldErrors.Unplayed("New-AuthServer is played with -AuthMetadataUrl alone."));
        }

        var on = new DirectoryCall(call, directory.Of(server));
        var name = call.Required("Name");
        var all = await store.ListAuthorizationServersAsync(server, cancellationToken);
        if (all.Any(record => Things.IsNamed(record.Name, name)))
        {
            throw ExchangeErrors.Present(call.Cmdlet, name);
        }

        var url = new Uri(call.Required("AuthMetadataUrl"));
        var draft = new AuthorizationServerDraft(name, url, null) { Type = TypeOf(call.Text("Type")) };
        var record = AuthorizationServerRules.Register(server, draft, await FetchAsync(call, url, cancellationToken), all, store.Now);
        await store.WriteAsync(session => session.AuthorizationServers.Save(record), cancellationToken);
        on.Made(Kind, name);
        on.Organisation.Keep(Kind, name, new RecordSettings { Created = store.Now, Changed = store.Now });
        return PlayedAnswer.Of(Shown(record, on));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        var existing = await RequireAsync(on, server, cancellationToken);
        var changed = existing;
        if (call.Has("AuthMetadataUrl") || call.IsOn("RefreshAuthMetadata"))
        {
            var url = call.Text("AuthMetadataUrl") is { } text ? new Uri(text) : existing.AuthMetadataUrl;
            var document = await FetchAsync(call, url, cancellationToken);
            changed = AuthorizationServerRules.Register(
                server,
                new AuthorizationServerDraft(existing.Name, url, null),
                document,
                await store.ListAuthorizationServersAsync(server, cancellationToken), store.Now);
        }

        changed = changed with
        {
            Name = call.Text("Name") ?? changed.Name,
            Type = existing.Type,
            IsDefaultAuthorizationEndpoint = call.Flag("IsDefaultAuthorizationEndpoint") ?? existing.IsDefaultAuthorizationEndpoint,
        };
        await store.WriteAsync(
            session =>
            {
                session.AuthorizationServers.Remove(server.Fqdn, existing.Name);
                session.AuthorizationServers.Save(changed);
            },
            cancellationToken);
        var settings = on.Organisation.SettingsOf(Kind, existing.Name);
        on.Organisation.Forget(Kind, existing.Name);
        on.Organisation.Keep(Kind, changed.Name, settings with { Changed = store.Now });
        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var on = new DirectoryCall(call, directory.Of(server));
        var existing = await RequireAsync(on, server, cancellationToken);
        await store.WriteAsync(session => session.AuthorizationServers.Remove(server.Fqdn, existing.Name), cancellationToken);
        on.Organisation.Forget(Kind, existing.Name);
        return PlayedAnswer.Nothing;
    }

    private async Task<AuthorizationServer> RequireAsync(DirectoryCall on, Server server, CancellationToken cancellationToken)
    {
        var identity = on.Call.Required("Identity");
        return (await store.ListAuthorizationServersAsync(server, cancellationToken)).FirstOrDefault(record =>
            on.Sees(Kind, record.Name) && (Things.IsNamed(record.Name, identity)
                || identity.StartsWith($"CN={record.Name},", StringComparison.OrdinalIgnoreCase)
                || Things.IsNamed(on.Organisation.SettingsOf(Kind, record.Name).Id.ToString(), identity)))
            ?? throw on.NotFound(identity);
    }

    private async Task<AuthMetadataDocument> FetchAsync(PlayedCall call, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FetchAsync(url, call.IsOn("TrustAnySSLCertificate"), cancellationToken);
        }
        catch (FaultException failure)
        {
            throw ExchangeErrors.BadDocument(call.Cmdlet, failure.Message);
        }
    }

    private static AuthorizationServerType? TypeOf(string? text) =>
        Enum.TryParse<AuthorizationServerType>(text, ignoreCase: true, out var type) ? type : null;

    private static string IdentifierOf(AuthorizationServer record) => IssuerNames.IsEntityId(record.Issuer)
        ? record.Issuer
        : AuthorizationServerRules.IdentityOf(record.Issuer).ApplicationIdentifier;

    private static PlayedValue.Thing Shown(AuthorizationServer record, DirectoryCall on) => DirectoryObjects.Of(
        "SystemConfiguration.AuthServer",
        record.Name,
        on,
        on.Organisation.SettingsOf(Kind, record.Name),
        "CN=Auth Servers,CN=Auth Configuration,CN=Microsoft Exchange,CN=Services,CN=Configuration",
        ("IssuerIdentifier", PlayedValue.Of(IdentifierOf(record))),
        ("CertificateStrings", DirectoryObjects.List(TrustedKeys.Of(record).Select(key => Convert.ToBase64String(key.Der.AsSpan())))),
        ("TokenIssuingEndpoint", PlayedValue.Of("")),
        ("AuthorizationEndpoint", PlayedValue.Of("")),
        ("ApplicationIdentifier", PlayedValue.Of("")),
        ("AuthMetadataUrl", PlayedValue.Of(record.AuthMetadataUrl.OriginalString)),
        ("Realm", PlayedValue.Of(record.Realm)),
        ("Type", Things.Enumeration("Microsoft.Exchange.Data.Directory.SystemConfiguration.AuthServerType",
            record.Type?.ToString() ?? "Unknown", "Unknown", "MicrosoftACS", "ADFS", "AzureAD")),
        ("Enabled", PlayedValue.Of(true)),
        ("DomainName", DirectoryObjects.List([])),
        ("IsDefaultAuthorizationEndpoint", PlayedValue.Of(record.IsDefaultAuthorizationEndpoint)));
}
