using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>Partner applications of Lync (domain.md 4.1). The document is fetched at the moment of the call; the keys cannot be read back.</summary>
internal sealed class CsPartnerApplications(WorldStore store) : INoun
{
    private const string Kind = "PartnerApplication";
    private const string Settings = "Microsoft.Rtc.Management.WritableConfig.Settings.SSAuth";

    public void AddTo(CmdletTable table) => table
        .Add("Get-CsPartnerApplication", GetAsync)
        .Add("New-CsPartnerApplication", NewAsync)
        .Add("Set-CsPartnerApplication", SetAsync)
        .Add("Remove-CsPartnerApplication", RemoveAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        if (call.Text("Identity") is { } identity)
        {
            return PlayedAnswer.Of(Shown(await RequireAsync(call, server, identity, cancellationToken)));
        }

        var all = await store.ListPartnersAsync(server, cancellationToken);
        return PlayedAnswer.Of(Wildcards.Narrow(all, record => record.Name, call.Text("Filter")).Select(Shown));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var name = call.Text("Identity") ?? throw CsErrors.Failed(call.Cmdlet, "Identity is needed.");
        var existing = await FindAsync(server, name, cancellationToken);
        if (existing is not null)
        {
            throw CsErrors.Present(call.Cmdlet, Kind, name);
        }

        var document = await FetchAsync(call, cancellationToken);
        var draft = new PartnerApplicationDraft(
            server,
            name,
            await SourceAsync(call, server, call.Text("ApplicationIdentifier"), call.Text("Realm"), cancellationToken),
            LevelOf(call),
            call.Flag("Enabled") ?? true,
            call.Flag("AcceptSecurityIdentifierInformation") ?? false,
            null);
        var record = PartnerApplicationRules.Register(draft, document, await store.ListPartnersAsync(server, cancellationToken), store.Now);
        if (!call.IsOn("InMemory"))
        {
            await store.WriteAsync(session => session.PartnerApplications.Save(record), cancellationToken);
        }

        return PlayedAnswer.Of(Shown(record));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var existing = await RequireAsync(call, server, call.Required("Identity"), cancellationToken);
        var changed = existing with
        {
            TrustLevel = LevelOf(call) ?? existing.TrustLevel,
            Enabled = call.Flag("Enabled") ?? existing.Enabled,
            AcceptSecurityIdentifierInformation =
                call.Flag("AcceptSecurityIdentifierInformation") ?? existing.AcceptSecurityIdentifierInformation,
        };
        if (call.Set != "Identity")
        {
            changed = await SourcedAsync(call, server, changed, cancellationToken);
        }

        await store.WriteAsync(session => session.PartnerApplications.Save(changed), cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<PartnerApplication> SourcedAsync(
        PlayedCall call, Server server, PartnerApplication record, CancellationToken cancellationToken)
    {
        var source = await SourceAsync(call, server, record.ApplicationIdentifier, record.Realm, cancellationToken);
        var draft = new PartnerApplicationDraft(
            server, record.Name, source, record.TrustLevel, record.Enabled, record.AcceptSecurityIdentifierInformation, null);
        var siblings = await store.ListPartnersAsync(server, cancellationToken);
        return PartnerApplicationRules.Update(record, draft, await FetchAsync(call, cancellationToken), siblings, store.Now);
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var existing = await RequireAsync(call, server, call.Required("Identity"), cancellationToken);
        await store.WriteAsync(session => session.PartnerApplications.Remove(server.Fqdn, existing.Name), cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<PartnerSource> SourceAsync(
        PlayedCall call, Server server, string? identifier, string? realm, CancellationToken cancellationToken)
    {
        if (call.Text("MetadataUrl") is { } url)
        {
            return new PartnerSource.Metadata(new Uri(url), false);
        }

        if (call.IsOn("UseOAuthServer"))
        {
            var settings = await store.ReadAsync(session => session.OAuthConfigurations.Find(server.Fqdn), cancellationToken);
            return new PartnerSource.AuthorizationServer(identifier!, realm ?? settings?.Realm ?? server.Realm);
        }

        var der = call.Text("CertificateFileData") is { } path
            ? await File.ReadAllBytesAsync(path, cancellationToken)
            : Decoded(call, call.Text("CertificateRawData") ?? "");
        return new PartnerSource.Certificate(identifier!, realm!, CertificateReader.Read(der));
    }

    private async Task<AuthMetadataDocument?> FetchAsync(PlayedCall call, CancellationToken cancellationToken)
    {
        if (call.Text("MetadataUrl") is not { } text)
        {
            return null;
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var url))
        {
            throw CsErrors.BadDocument(call.Cmdlet, "It is not a URL.");
        }

        try
        {
            return await store.FetchAsync(url, trustAnyTls: false, cancellationToken);
        }
        catch (FaultException failure)
        {
            throw CsErrors.BadDocument(call.Cmdlet, failure.Message);
        }
    }

    private static byte[] Decoded(PlayedCall call, string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var written)
            ? bytes[..written]
            : throw CsErrors.Failed(call.Cmdlet, "CertificateRawData is not Base64.");
    }

    private Task<PartnerApplication?> FindAsync(Server server, string identity, CancellationToken cancellationToken) =>
        store.ReadAsync(session => session.PartnerApplications.Find(server.Fqdn, Wildcards.WithoutScope(identity)), cancellationToken);

    private async Task<PartnerApplication> RequireAsync(PlayedCall call, Server server, string identity, CancellationToken cancellationToken) =>
        await FindAsync(server, identity, cancellationToken) ?? throw CsErrors.Missing(call.Cmdlet, Kind, identity);

    private static TrustLevel? LevelOf(PlayedCall call) =>
        call.Text("ApplicationTrustLevel") is { } level ? Enum.Parse<TrustLevel>(level, ignoreCase: true) : null;

    internal static PlayedValue.Thing Shown(PartnerApplication record) => Things.Of(
        [$"{Settings}.PartnerApplication#Decorated", $"{Settings}.PartnerApplication", "System.Object"],
        $"Name={record.Name};ApplicationIdentifier={record.ApplicationIdentifier}",
        ("Identity", PlayedValue.Of(record.Name)),
        ("AuthToken", Token(record.Source)),
        ("Name", PlayedValue.Of(record.Name)),
        ("ApplicationIdentifier", PlayedValue.Of(record.ApplicationIdentifier)),
        ("Realm", PlayedValue.Of(record.Realm)),
        ("ApplicationTrustLevel", Things.Enumeration(
            $"{Settings}.ApplicationTrustLevel", (record.TrustLevel ?? TrustLevel.Full).ToString(), "Full", "Application", "User")),
        ("AcceptSecurityIdentifierInformation", PlayedValue.Of(record.AcceptSecurityIdentifierInformation)),
        ("Enabled", PlayedValue.Of(record.Enabled)));

    /// <summary>A URL as its text; anything else as the name of its type (powershell.md 8).</summary>
    private static PlayedValue.Thing Token(PartnerSource source) => source switch
    {
        PartnerSource.Metadata published => Things.Of($"{Settings}.MetadataUrl", published.Url.OriginalString),
        PartnerSource.AuthorizationServer => Things.Of($"{Settings}.UseOAuthServer", $"{Settings}.UseOAuthServer"),
        _ => Things.Of($"{Settings}.CertificateData", $"{Settings}.CertificateData"),
    };
}
