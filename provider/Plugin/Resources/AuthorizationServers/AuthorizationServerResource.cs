using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.AuthorizationServers;

/// <summary>An authorization server that a server trusts. Id: <c>fqdn/name</c>.</summary>
internal sealed class AuthorizationServerResource(ProgramRun run) : ResourceType
{
    public const string TypeName = "AuthorizationServer";

    public const string Issuer = "issuer";

    public override string Name => TypeName;

    public override void Check(ResourceCheck check)
    {
        var inputs = AuthorizationServerInputs.Read(check.Inputs);
        var server = check.Server(inputs.Server, "authorization servers", ProductFeatures.Partners);
        check.OnlyFor(ProductFeatures.RealmsOfAuthorizationServers, server, inputs.Realm);
        RecordNames.Check(check, inputs.Name);
        if (inputs.Realm.Value is { } realm && Principals.RefuseRealm(realm, isBehindAuthorizationServer: true) is { } refusal)
        {
            check.Refuse(refusal);
        }

        MetadataInputs.CheckUrl(check, inputs.Source.AuthMetadataUrl);
        CheckKind(check, inputs, server);
    }

    /// <summary>Federation metadata is of those that sign clients in, and only they can be where clients are sent.</summary>
    private static void CheckKind(ResourceCheck check, AuthorizationServerInputs inputs, Server? server)
    {
        var isDefault = inputs.IsDefaultAuthorizationEndpoint;
        check.OnlyFor(ProductFeatures.TypesOfAuthorizationServers, server, inputs.Type);
        check.OnlyFor(ProductFeatures.DefaultAuthorizationEndpoints, server, isDefault, isDefault.Value is true);
        if (inputs.Type.IsUnknown || AuthorizationServer.IsOfClients(inputs.Type.Value))
        {
            return;
        }

        if (isDefault.Value is true)
        {
            check.Refuse(FaultCatalogue.NeedsClientType(isDefault.Path, inputs.Type.Path));
        }

        if (inputs.Source.Url is { } url && MetadataUrls.IsFederation(url))
        {
            check.Refuse(FaultCatalogue.NeedsClientType(inputs.Source.AuthMetadataUrl.Path, inputs.Type.Path));
        }
    }

    /// <summary>A realm that says what the document says already is no difference. A record cannot change whom it is about: when its URL leads to
    /// another authorization server, it is replaced, or the document is refused.</summary>
    public override async Task DiffAsync(ResourceDiff diff, CancellationToken cancellationToken)
    {
        var inputs = AuthorizationServerInputs.Read(diff.NewInputs);
        diff.AddFoundDrift(inputs.Source.AuthMetadataUrl.Path);
        if (!diff.Changes(inputs.Source.AuthMetadataUrl)
            && diff.OldOutputs.Text(AuthorizationServerInputs.RealmName) is { } actual && inputs.Realm.Value == actual)
        {
            diff.Drop(inputs.Realm);
        }

        if (RecordedIn(diff.OldOutputs) is { } recorded)
        {
            var judgement = new PartnerJudgement(recorded, inputs.Source, IdentityOf, document => Rehearse(diff, inputs, document));
            await judgement.PassAsync(diff, cancellationToken);
        }
    }

    public override string? IdOf(PropertyMap inputs) => Identity.OfRecord(inputs);

    public override string Decides(string server, bool publishesWhatIsPlanned) => $"which authorization servers {server} trusts";

    public override PropertyMap PreviewOutputs(ResourcePlan plan)
    {
        var inputs = AuthorizationServerInputs.Read(plan.Inputs);
        var url = inputs.Source.AuthMetadataUrl.Value;
        if (plan.OldInputs is { } old && url is not null && AuthorizationServerInputs.Read(old).Source.AuthMetadataUrl.Value == url)
        {
            return inputs.Realm.IsGiven ? plan.Keep(Issuer) : plan.Keep(Issuer, AuthorizationServerInputs.RealmName);
        }

        return plan.Installation.FindPublisher(inputs.Source.Url) is { } server
            ? Known(server, inputs)
            : PropertyMap.Empty;
    }

    private static PropertyMap Known(Server server, AuthorizationServerInputs inputs) => AuthMetadata.IsFederation(server, inputs.Source.Url!)
        ? PropertyMap.Of((Issuer, AuthMetadata.EntityIdOf(server)), (AuthorizationServerInputs.RealmName, inputs.Realm.Value ?? ""))
        : PropertyMap.Of((Issuer, server.Issuer), (AuthorizationServerInputs.RealmName, inputs.Realm.Value ?? server.Realm));

    public override async Task<ResourceState?> PlanAsync(ResourcePlan plan, Operation operation)
    {
        var state = await base.PlanAsync(plan, operation);
        await RecordSuccession.TellAsync(plan, AuthorizationServerInputs.Read(plan.Inputs).Server.Value, operation);
        return state;
    }

    public override Task<ResourceState> CreateAsync(ResourceCreation creation, Operation operation) =>
        SaveAsync(creation.Inputs, inputs => RecordSuccession.GuardOf(creation, inputs.Server.Value!), operation);

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = Identity.RecordOf(lookup.Id, operation.Installation);
        var record = await operation.Engine.Reader.FindAuthorizationServerAsync(
            server.Fqdn, name, operation.Progress, operation.CancellationToken);
        if (record is null)
        {
            return null;
        }

        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation);
        var inputs = lookup.Inputs.Overlaid(AuthorizationServerInputs.Write(record, lookup.Inputs, WritesRealm(record, lookup)));
        var copy = new CopiedKeys(
            record.Server,
            record.Name,
            new FetchMetadata(record.AuthMetadataUrl, TrustAnySslCertificate: false),
            AuthorizationServerRules.IdentityOf(record.Issuer),
            KnownKeys.Of(record.TrustedKeys, lookup, record.Issuer, inputs, DocumentSource.UrlName),
            IdentityOf,
            new DeclaredPartners(run));
        var (drift, keys) = await copy.FindDriftAsync(FoundDrift.In(lookup.Outputs), operation);
        return StateOf(record, inputs, keys) with { Drift = drift };
    }

    public override Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation) =>
        SaveAsync(change.NewInputs, _ => new RecordGuard.Known(RecordedIn(change.OldOutputs)), operation);

    public override Remainder RemainderOf(ResourceLookup lookup) => new(
        $"the authorization server \"{Identity.Parts(lookup.Id).Name}\"",
        "Remove it with Remove-CsOAuthServer on Lync, Remove-AuthServer on Exchange, "
            + "Remove-SPTrustedSecurityTokenIssuer on SharePoint: until then the server trusts it.");

    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = Identity.Parts(lookup.Id);
        var request = new RemoveRecord(server, name, RecordedIn(lookup.Outputs));
        var outcome = await operation.Engine.Writer.RemoveAuthorizationServerAsync(request, operation.Progress, operation.CancellationToken);
        outcome.RequireGone();
        await outcome.TellRemarksAsync(operation);
    }

    /// <summary>A realm that nobody wrote is the document's; another one was set by somebody else.</summary>
    private static bool WritesRealm(AuthorizationServer record, ResourceLookup lookup) => lookup.IsImport
        ? IssuerNames.RealmOf(record.Issuer) != record.Realm
        : AuthorizationServerInputs.Read(lookup.Inputs).Realm.IsGiven
            || (lookup.Outputs.TryText(AuthorizationServerInputs.RealmName, out var known) && known != record.Realm);

    private static PartnerIdentity IdentityOf(AuthMetadataDocument document) => AuthorizationServerRules.IdentityOf(document.Issuer);

    /// <summary>Refuses what the creation would refuse, but for the server's other records, of which the plan may remove some.</summary>
    private static void Rehearse(ResourceDiff diff, AuthorizationServerInputs inputs, AuthMetadataDocument document)
    {
        if (!diff.NewInputs.ContainsUnknown())
        {
            var request = inputs.Request();
            AuthorizationServerRules.Register(diff.Installation.Find(request.Server)!, request.Draft, document, [], diff.Now);
        }
    }

    private static async Task<ResourceState> SaveAsync(
        PropertyMap given, Func<AuthorizationServerInputs, RecordGuard> guardOf, Operation operation)
    {
        var inputs = AuthorizationServerInputs.Read(given);
        var request = inputs.Request() with { Guard = guardOf(inputs) };
        var outcome = await operation.Engine.Writer.SaveAuthorizationServerAsync(request, operation.Progress, operation.CancellationToken);
        var record = outcome.Require(saved => StateOf(saved, given, KnownKeys.Of(saved.TrustedKeys)));
        await outcome.TellRemarksAsync(operation);
        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation);
        return StateOf(record, given, KnownKeys.Of(record.TrustedKeys));
    }

    /// <summary>For whom the record was made, as the state remembers it; null where it does not.</summary>
    private static PartnerIdentity? RecordedIn(PropertyMap outputs) =>
        outputs.TryText(Issuer, out var issuer) ? AuthorizationServerRules.IdentityOf(issuer) : null;

    private static ResourceState StateOf(AuthorizationServer record, PropertyMap inputs, KnownKeys keys) => new(
        Identity.Of(record.Server, record.Name),
        inputs,
        PropertyMap.Of(
            (AuthorizationServerInputs.RealmName, record.Realm),
            (Issuer, record.Issuer)).SetIf(FoundDrift.Keys, keys.Output))
    {
        Remembered = keys.Remembered,
    };
}
