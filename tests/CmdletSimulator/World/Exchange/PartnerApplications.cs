using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Partner applications of Exchange (domain.md 4.3). An identity that fits none answers all of them: the documented danger. A second
/// record of the same partner is possible.</summary>
internal sealed class PartnerApplications(WorldStore store, ExchangeDirectory directory) : INoun
{
    internal const string Kind = "PartnerApplication";
    private readonly LinkedRoles roles = new(store, directory);

    public void AddTo(CmdletTable table) => table
        .Add("Get-PartnerApplication", GetAsync)
        .Add("New-PartnerApplication", NewAsync)
        .Add("Set-PartnerApplication", SetAsync)
        .Add("Remove-PartnerApplication", RemoveAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var all = (await store.ListPartnersAsync(server, cancellationToken)).Where(record => on.Sees(Kind, record.Name)).ToList();
        var named = call.Text("Identity") is { } identity ? all.Where(record => Answers(record, identity, on.Organisation)).ToList() : [];
        return PlayedAnswer.Of((named.Count > 0 ? named : all).Select(record => PartnerObjects.Of(record, on)));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var name = call.Required("Name");
        var all = await store.ListPartnersAsync(server, cancellationToken);
        if (all.Any(record => Things.IsNamed(record.Name, name)))
        {
            throw ExchangeErrors.Present(call.Cmdlet, name);
        }

        var source = call.Text("AuthMetadataUrl") is { } url
            ? new PartnerSource.Metadata(new Uri(url), call.IsOn("TrustAnySSLCertificate"))
            : (PartnerSource)new PartnerSource.AuthorizationServer(call.Required("ApplicationIdentifier"), call.Text("Realm") ?? "");
        var draft = new PartnerApplicationDraft(
            server,
            name,
            source,
            null,
            call.Flag("Enabled") ?? true,
            call.Flag("AcceptSecurityIdentifierInformation") ?? false,
            call.Text("LinkedAccount") is { } account ? Linked(on, account) : null);
        var document = await FetchAsync(call, source, cancellationToken);
        var record = PartnerApplicationRules.Register(draft, document, on.Organisation.RefusesDuplicates ? all : [], store.Now);
        await store.WriteAsync(session => session.PartnerApplications.Save(record), cancellationToken);
        on.Made(Kind, name);
        on.Organisation.Keep(Kind, name, PartnerObjects.Changed(call, new RecordSettings { Created = store.Now }, store.Now));
        return PlayedAnswer.Of(PartnerObjects.Of(record, on));
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var existing = await RequireAsync(on, server, cancellationToken);
        var changed = existing with
        {
            Enabled = call.Flag("Enabled") ?? existing.Enabled,
            AcceptSecurityIdentifierInformation =
                call.Flag("AcceptSecurityIdentifierInformation") ?? existing.AcceptSecurityIdentifierInformation,
            LinkedAccount = !call.Has("LinkedAccount") ? existing.LinkedAccount
                : call.Text("LinkedAccount") is { } account ? Linked(on, account) : null,
        };
        changed = await SourcedAsync(call, server, changed, cancellationToken);
        changed = changed with { Name = call.Text("Name") ?? existing.Name };
        await RenameAsync(on, server, existing, changed, cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<PartnerApplication> SourcedAsync(
        PlayedCall call, Server server, PartnerApplication record, CancellationToken cancellationToken)
    {
        PartnerSource? source = call switch
        {
            _ when call.Text("AuthMetadataUrl") is { } url => new PartnerSource.Metadata(new Uri(url), call.IsOn("TrustAnySSLCertificate")),
            _ when call.IsOn("RefreshAuthMetadata") => record.Source as PartnerSource.Metadata
                ?? throw ExchangeErrors.Refused(call.Cmdlet, "The partner application has no auth metadata URL to refresh from."),
            _ when call.Has("ApplicationIdentifier") || call.Has("Realm") => new PartnerSource.AuthorizationServer(
                call.Text("ApplicationIdentifier") ?? record.ApplicationIdentifier, call.Text("Realm") ?? ""),
            _ => null,
        };
        if (source is null)
        {
            return record;
        }

        var draft = new PartnerApplicationDraft(
            server, record.Name, source, null, record.Enabled, record.AcceptSecurityIdentifierInformation, record.LinkedAccount);
        return PartnerApplicationRules.Update(record, draft, await FetchAsync(call, source, cancellationToken), [], store.Now);
    }

    private async Task RenameAsync(
        DirectoryCall on, Server server, PartnerApplication existing, PartnerApplication changed, CancellationToken cancellationToken)
    {
        if (!Things.IsNamed(existing.Name, changed.Name)
            && (await store.ListPartnersAsync(server, cancellationToken)).Any(other => Things.IsNamed(other.Name, changed.Name)))
        {
            throw ExchangeErrors.Present(on.Cmdlet, changed.Name);
        }

        await store.WriteAsync(
            session =>
            {
                session.PartnerApplications.Remove(server.Fqdn, existing.Name);
                session.PartnerApplications.Save(changed);
            },
            cancellationToken);
        var settings = on.Organisation.SettingsOf(Kind, existing.Name);
        on.Organisation.Forget(Kind, existing.Name);
        on.Organisation.Keep(Kind, changed.Name, PartnerObjects.Changed(on.Call, settings, store.Now));
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        await roles.ReadAsync(server, cancellationToken);
        var on = new DirectoryCall(call, directory.Of(server));
        var existing = await RequireAsync(on, server, cancellationToken);
        await store.WriteAsync(session => session.PartnerApplications.Remove(server.Fqdn, existing.Name), cancellationToken);
        on.Organisation.Forget(Kind, existing.Name);
        return PlayedAnswer.Nothing;
    }

    private async Task<PartnerApplication> RequireAsync(DirectoryCall on, Server server, CancellationToken cancellationToken)
    {
        var identity = on.Call.Required("Identity");
        var found = (await store.ListPartnersAsync(server, cancellationToken))
            .Where(record => on.Sees(Kind, record.Name) && Answers(record, identity, on.Organisation)).ToList();
        return found switch
        {
            [] => throw on.NotFound(identity),
            [var only] => only,
            _ => throw new PlayedErrorException(ExchangeErrors.Of(
                on.Cmdlet,
                "NotSpecified",
                "ManagementObjectAmbiguousException",
                "Microsoft.Exchange.Configuration.Tasks.ManagementObjectAmbiguousException",
                $"The operation couldn't be performed because '{identity}' matches multiple entries.")),
        };
    }

    private async Task<AuthMetadataDocument?> FetchAsync(PlayedCall call, PartnerSource source, CancellationToken cancellationToken)
    {
        if (source is not PartnerSource.Metadata published)
        {
            return null;
        }

        try
        {
            return await store.FetchAsync(published.Url, published.TrustAnySslCertificate, cancellationToken);
        }
        catch (FaultException failure)
        {
            throw ExchangeErrors.BadDocument(call.Cmdlet, failure.Message);
        }
    }

    private static LinkedAccount Linked(DirectoryCall on, string identity) => Accounts.Find(on, identity) is { IsUser: true } account
        ? new LinkedAccount(account.Name, LinkedRoles.RolesOf(on.Organisation, account.Name))
        : throw on.NotFound(identity);

    /// <summary>By name, application identifier, distinguished name or id.</summary>
    private static bool Answers(PartnerApplication record, string identity, ExchangeOrganisation organisation) =>
        Things.IsNamed(record.Name, identity) || Things.IsNamed(record.ApplicationIdentifier, identity)
        || identity.StartsWith($"CN={record.Name},", StringComparison.OrdinalIgnoreCase)
        || Things.IsNamed(organisation.SettingsOf(Kind, record.Name).Id.ToString(), identity);
}
