using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>Authorization servers that Lync trusts (domain.md 4.2).</summary>
internal sealed class CsOAuthServers(WorldStore store, LyncDeployments deployments) : INoun
{
    private const string Kind = "OAuthServer";

    public void AddTo(CmdletTable table) => table
        .Add("Get-CsOAuthServer", GetAsync)
        .Add("New-CsOAuthServer", NewAsync)
        .Add("Set-CsOAuthServer", SetAsync)
        .Add("Remove-CsOAuthServer", RemoveAsync);

    public static PlayedValue.Thing Shown(AuthorizationServer record, LyncDeployment deployment)
    {
        const string Type = "Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth.OAuthServer";
        var extra = deployment.OAuthServers.GetValueOrDefault(record.Name) ?? new OAuthServerSettings();
        return Things.Of(
            [$"{Type}#Decorated", Type, "System.Object"],
            $"Name={record.Name};IssuerIdentifier={IdentifierOf(record)}",
            ("Identity", PlayedValue.Of(record.Name)),
            ("Name", PlayedValue.Of(record.Name)),
            ("IssuerIdentifier", PlayedValue.Of(IdentifierOf(record))),
            ("Realm", PlayedValue.Of(record.Realm)),
            ("MetadataUrl", PlayedValue.Of(record.AuthMetadataUrl.OriginalString)),
            ("AuthorizationUriOverride", PlayedValue.Of(extra.AuthorizationUriOverride)),
            ("Type", PlayedValue.Of(extra.Type)),
            ("AcceptSecurityIdentifierInformation", PlayedValue.Of(extra.AcceptsSecurityIdentifiers)));
    }

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var deployment = deployments.Of(server);
        if (call.Text("Identity") is { } identity)
        {
            return PlayedAnswer.Of(Shown(await RequireAsync(call, server, identity, cancellationToken), deployment));
        }

        var all = await store.ListAuthorizationServersAsync(server, cancellationToken);
        return PlayedAnswer.Of(
            Wildcards.Narrow(all, record => record.Name, call.Text("Filter")).Select(record => Shown(record, deployment)));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var name = call.Text("Identity") ?? throw CsErrors.Failed(call.Cmdlet, "Identity is needed.");
        if (await FindAsync(server, name, cancellationToken) is not null)
        {
            throw CsErrors.Present(call.Cmdlet, Kind, name);
        }

        var record = await RegisteredAsync(call, server, name, call.Text("Realm"), cancellationToken);
        Remember(call, server, record);
        if (!call.IsOn("InMemory"))
        {
            await store.WriteAsync(session => session.AuthorizationServers.Save(record), cancellationToken);
        }

        return PlayedAnswer.Of(Shown(record, deployments.Of(server)));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var existing = await RequireAsync(call, server, call.Required("Identity"), cancellationToken);
        var changed = call.Has("MetadataUrl")
            ? await RegisteredAsync(call, server, existing.Name, existing.Realm, cancellationToken)
            : existing;
        Remember(call, server, changed);
        await store.WriteAsync(session => session.AuthorizationServers.Save(changed), cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var existing = await RequireAsync(call, server, call.Required("Identity"), cancellationToken);
        await store.WriteAsync(session => session.AuthorizationServers.Remove(server.Fqdn, existing.Name), cancellationToken);
        deployments.Of(server).OAuthServers.TryRemove(existing.Name, out _);
        return PlayedAnswer.Nothing;
    }

    private async Task<AuthorizationServer> RegisteredAsync(
        PlayedCall call, Server server, string name, string? realm, CancellationToken cancellationToken)
    {
        var url = new Uri(call.Required("MetadataUrl"));
        return AuthorizationServerRules.Register(
            server,
            new AuthorizationServerDraft(name, url, realm) { Type = TypeOf(call.Text("Type")) },
            await FetchAsync(call, url, cancellationToken),
            await store.ListAuthorizationServersAsync(server, cancellationToken),
            store.Now);
    }

    private async Task<AuthMetadataDocument> FetchAsync(PlayedCall call, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            return await store.FetchAsync(url, trustAnyTls: false, cancellationToken);
        }
        catch (FaultException failure)
        {
            throw CsErrors.BadDocument(call.Cmdlet, failure.Message);
        }
    }

    private static AuthorizationServerType? TypeOf(string? text) =>
        Enum.TryParse<AuthorizationServerType>(text, ignoreCase: true, out var type) ? type : null;

    private static string IdentifierOf(AuthorizationServer record) => IssuerNames.IsEntityId(record.Issuer)
        ? record.Issuer
        : AuthorizationServerRules.IdentityOf(record.Issuer).ApplicationIdentifier;

    private void Remember(PlayedCall call, Server server, AuthorizationServer record)
    {
        var known = deployments.Of(server).OAuthServers;
        var before = known.GetValueOrDefault(record.Name) ?? new OAuthServerSettings();
        known[record.Name] = new OAuthServerSettings(
            call.Text("Type") ?? before.Type,
            call.Flag("AcceptSecurityIdentifierInformation") ?? before.AcceptsSecurityIdentifiers,
            call.Has("AuthorizationUriOverride") ? call.Text("AuthorizationUriOverride") : before.AuthorizationUriOverride);
    }

    private Task<AuthorizationServer?> FindAsync(Server server, string identity, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.AuthorizationServers.Find(server.Fqdn, Wildcards.WithoutScope(identity)), cancellationToken);

    private async Task<AuthorizationServer> RequireAsync(PlayedCall call, Server server, string identity, CancellationToken cancellationToken) =>
        await FindAsync(server, identity, cancellationToken) ?? throw CsErrors.Missing(call.Cmdlet, Kind, identity);
}
