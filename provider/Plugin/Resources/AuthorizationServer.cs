using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using Record = PartnerTrust.Trust.Partners.AuthorizationServer;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A token server that a server trusts. Id: <c>fqdn/name</c>.</summary>
internal sealed class AuthorizationServer : ResourceType
{
    private const int LongestName = 64;

    public override string Name => "AuthorizationServer";

    public override void Check(ResourceCheck check)
    {
        var server = check.Server("server", "authorization servers", ProductFeatures.Partners);
        check.OnlyFor(ProductFeatures.RealmsOfTokenServers, server, "realm", check.Inputs.Has("realm"));
        RecordNames.Check(check, "name", LongestName);
        if (check.Inputs.TryText("realm", out var realm) && Principals.RefuseRealm(realm, isBehindTokenServer: true) is { } refusal)
        {
            check.Refuse(refusal);
        }

        MetadataInputs.CheckUrl(check, "authMetadataUrl");
    }

    /// <summary>A realm that says what the document says already is no difference. A record cannot change whom it is about: when its URL leads to
    /// another token server, it is replaced, or the document is refused.</summary>
    public override async Task CompareAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        comparison.AddFoundDrift("authMetadataUrl");
        var wanted = comparison.NewInputs.Text("realm");
        var actual = comparison.OldOutputs.Text("realm");
        if (!comparison.Changes("authMetadataUrl") && actual is not null && wanted == actual)
        {
            comparison.Drop("realm");
        }

        if (comparison.OldOutputs.TryText("issuer", out var issuer))
        {
            var judgement = new PartnerJudgement(
                AuthorizationServerRules.IdentityOf(issuer), IdentityOf, document => Rehearse(comparison, document));
            await judgement.PassAsync(comparison, cancellationToken);
        }
    }

    public override string? IdOf(PropertyMap inputs) => Identity.OfRecord(inputs);

    public override PropertyMap Foresee(ResourcePlan plan)
    {
        var url = plan.Inputs.Text("authMetadataUrl");
        if (plan.OldInputs is { } old && url is not null && old.Text("authMetadataUrl") == url)
        {
            return plan.Inputs.Has("realm") ? plan.Keep("issuer") : plan.Keep("issuer", "realm");
        }

        return plan.Installation.FindPublisher(url is null ? null : MetadataInputs.UrlOf(url)) is { } server
            ? PropertyMap.Of(("issuer", server.Issuer), ("realm", plan.Inputs.Text("realm") ?? server.Realm))
            : PropertyMap.Empty;
    }

    public override async Task<ResourceState?> PlanAsync(ResourcePlan plan, Operation operation)
    {
        var state = await base.PlanAsync(plan, operation);
        await RecordSuccession.TellAsync(plan, operation);
        return state;
    }

    public override async Task<ResourceState> CreateAsync(PropertyMap inputs, Operation operation)
    {
        var record = await SaveAsync(inputs, RecordSuccession.GuardOf(operation, inputs), operation);
        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation);
        return StateOf(record, inputs);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = Identity.Named(lookup.Id, operation.Installation);
        var record = await operation.Engine.Reader.FindAuthorizationServerAsync(
            server.Fqdn, name, operation.Progress, operation.CancellationToken);
        if (record is null)
        {
            return null;
        }

        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation);
        var actual = PropertyMap.Of(("server", server.Fqdn), ("name", record.Name), ("authMetadataUrl", record.AuthMetadataUrl.AbsoluteUri));
        var inputs = lookup.Inputs.Overlaid(WritesRealm(record, lookup) ? actual.Set("realm", record.Realm) : actual);
        var copy = new CopiedKeys(
            record.Server,
            record.Name,
            new FetchMetadata(record.AuthMetadataUrl, TrustAnySslCertificate: false),
            AuthorizationServerRules.IdentityOf(record.Issuer),
            record.TrustedKeys,
            IdentityOf);
        return StateOf(record, inputs) with
        {
            Drift = await copy.FindDriftAsync(FoundDrift.In(lookup.Outputs), operation),
        };
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var record = await SaveAsync(change.NewInputs, new RecordGuard.Known(RecordedIn(change.OldOutputs)), operation);
        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation);
        return StateOf(record, change.NewInputs);
    }

    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = lookup.Id.Split('/', 2) is [var fqdn, var rest] ? (fqdn, rest) : (lookup.Id, "");
        var request = new RemoveRecord(Fqdns.Normalize(server), name, RecordedIn(lookup.Outputs));
        var outcome = await operation.Engine.Writer.RemoveAuthorizationServerAsync(request, operation.Progress, operation.CancellationToken);
        outcome.RequireGone();
    }

    /// <summary>A realm that nobody wrote is the document's; another one was set by somebody else.</summary>
    private static bool WritesRealm(Record record, ResourceLookup lookup) => lookup.IsImport
        ? !record.Issuer.EndsWith($"@{record.Realm}", StringComparison.Ordinal)
        : lookup.Inputs.Has("realm") || (lookup.Outputs.TryText("realm", out var known) && known != record.Realm);

    private static PartnerIdentity IdentityOf(AuthMetadataDocument document) => AuthorizationServerRules.IdentityOf(document.Issuer);

    /// <summary>Refuses what the creation would refuse, but for the server's other records, of which the plan may remove some.</summary>
    private static void Rehearse(ResourceComparison comparison, AuthMetadataDocument document)
    {
        if (!comparison.NewInputs.ContainsUnknown())
        {
            var request = RequestOf(comparison.NewInputs);
            AuthorizationServerRules.Register(
                comparison.Installation.Find(request.Server)!, request.Name, request.AuthMetadataUrl, request.Realm, document, [], comparison.Now);
        }
    }

    private static async Task<Record> SaveAsync(PropertyMap inputs, RecordGuard guard, Operation operation)
    {
        var outcome = await operation.Engine.Writer
            .SaveAuthorizationServerAsync(RequestOf(inputs) with { Guard = guard }, operation.Progress, operation.CancellationToken);
        return outcome.Require(record => StateOf(record, inputs));
    }

    /// <summary>For whom the record was made, as the state remembers it; null where it does not.</summary>
    private static PartnerIdentity? RecordedIn(PropertyMap outputs) =>
        outputs.TryText("issuer", out var issuer) ? AuthorizationServerRules.IdentityOf(issuer) : null;

    private static SaveAuthorizationServer RequestOf(PropertyMap inputs) => new(
        Fqdns.Normalize(inputs.Text("server")!),
        inputs.Text("name")!,
        MetadataInputs.UrlOf(inputs.Text("authMetadataUrl")!)!,
        inputs.Text("realm"));

    private static ResourceState StateOf(Record record, PropertyMap inputs) => new(
        Identity.Of(record.Server, record.Name),
        inputs,
        PropertyMap.Of(("realm", record.Realm), ("issuer", record.Issuer), ("trustedKeys", WireForms.Keys(record.TrustedKeys))));
}
