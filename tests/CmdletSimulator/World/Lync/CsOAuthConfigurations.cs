using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>The one global object (domain.md 4.2). Lync takes any URL and any domains: that they are wrong shows later.</summary>
internal sealed class CsOAuthConfigurations(WorldStore store, LyncDeployments deployments) : INoun
{
    private const string Settings = "Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth";

    public void AddTo(CmdletTable table) => table
        .Add("Get-CsOAuthConfiguration", GetAsync)
        .Add("Set-CsOAuthConfiguration", SetAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        RequireGlobal(call);
        var settings = await ReadAsync(server, cancellationToken);
        var extra = deployments.Of(server);
        var partners = await store.ListPartnersAsync(server, cancellationToken);
        var issuers = await store.ListAuthorizationServersAsync(server, cancellationToken);
        return PlayedAnswer.Of(Things.Of(
            [$"{Settings}.OAuthSettings#Decorated", $"{Settings}.OAuthSettings", "System.Object"],
            "Global",
            ("Identity", PlayedValue.Of("Global")),
            ("PartnerApplications", new PlayedValue.Items([.. partners.Select(CsPartnerApplications.Shown)], null)),
            ("OAuthServers", new PlayedValue.Items([.. issuers.Select(issuer => CsOAuthServers.Shown(issuer, extra))], null)),
            ("Realm", PlayedValue.Of(settings.Realm)),
            ("ServiceName", PlayedValue.Of(settings.ServiceName)),
            ("ClientAuthorizationOAuthServerIdentity", PlayedValue.Of(extra.ClientAuthorizationOAuthServerIdentity)),
            ("ExchangeAutodiscoverUrl", PlayedValue.Of(settings.ExchangeAutodiscoverUrl?.OriginalString)),
            ("ExchangeAutodiscoverAllowedDomains", PlayedValue.Of(
                settings.ExchangeAutodiscoverAllowedDomains is { IsEmpty: false } domains ? string.Join(';', domains) : null)),
            ("ClientAdalAuthOverride", Things.Enumeration(
                $"{Settings}.ClientAdalAuthOverride", extra.ClientAdalAuthOverride, "NoOverride", "Allowed", "Disallowed")),
            ("AlternateAudienceUrl", PlayedValue.Of(extra.AlternateAudienceUrl)),
            ("AdditionalAudienceUrls", PlayedValue.Of(extra.AdditionalAudienceUrls))));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        RequireGlobal(call);
        var settings = await ReadAsync(server, cancellationToken);
        var changed = settings with
        {
            Realm = call.Has("Realm") ? call.Text("Realm") ?? server.Realm : settings.Realm,
            ServiceName = call.Has("ServiceName") ? call.Text("ServiceName") ?? server.ApplicationIdentifier : settings.ServiceName,
            ExchangeAutodiscoverUrl = call.Has("ExchangeAutodiscoverUrl") ? UrlOf(call) : settings.ExchangeAutodiscoverUrl,
            ExchangeAutodiscoverAllowedDomains = call.Has("ExchangeAutodiscoverAllowedDomains")
                ? [.. (call.Text("ExchangeAutodiscoverAllowedDomains") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)]
                : settings.ExchangeAutodiscoverAllowedDomains,
        };
        Remember(call, deployments.Of(server));
        await store.WriteAsync(session => session.OAuthConfigurations.Save(changed), cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private static void Remember(PlayedCall call, LyncDeployment extra)
    {
        extra.ClientAuthorizationOAuthServerIdentity =
            Given(call, "ClientAuthorizationOAuthServerIdentity", extra.ClientAuthorizationOAuthServerIdentity);
        extra.ClientAdalAuthOverride = Given(call, "ClientAdalAuthOverride", extra.ClientAdalAuthOverride)!;
        extra.AlternateAudienceUrl = Given(call, "AlternateAudienceUrl", extra.AlternateAudienceUrl);
        extra.AdditionalAudienceUrls = Given(call, "AdditionalAudienceUrls", extra.AdditionalAudienceUrls);
    }

    private static string? Given(PlayedCall call, string parameter, string? before) => call.Has(parameter) ? call.Text(parameter) : before;

    private static Uri? UrlOf(PlayedCall call) => call.Text("ExchangeAutodiscoverUrl") is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var url) ? url
        : throw CsErrors.Failed(call.Cmdlet, $"\"{text}\" is not a valid URI.");

    private async Task<OAuthConfiguration> ReadAsync(Server server, CancellationToken cancellationToken) =>
        await store.ReadAsync(session => session.OAuthConfigurations.Find(server.Fqdn), cancellationToken) ?? OAuthConfigurationRules.Default(server);

    private static void RequireGlobal(PlayedCall call)
    {
        if (call.Text("Identity") is { } identity && !Things.IsNamed(identity, "global"))
        {
            throw CsErrors.Missing(call.Cmdlet, "OAuthSettings", identity);
        }
    }
}
