using PartnerTrust.Engines.Requests;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
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
        var server = check.Server("server", "token servers", ProductFeatures.Partners);
        check.OnlyFor(ProductFeatures.RealmsOfTokenServers, server, "realm", check.Inputs.Has("realm"));
        RecordNames.Check(check, "name", LongestName);
        if (check.Inputs.TryText("realm", out var realm) && Principals.RefuseRealm(realm, isBehindTokenServer: true) is { } refusal)
        {
            check.Refuse(refusal);
        }

        MetadataInputs.CheckUrl(check, "authMetadataUrl");
    }

    /// <summary>A realm that says what the document says already is no difference.</summary>
    public override Task CompareAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        var wanted = comparison.NewInputs.Text("realm");
        var actual = comparison.OldOutputs.Text("realm");
        if (!comparison.Changes("authMetadataUrl") && actual is not null && wanted == actual)
        {
            comparison.Drop("realm");
        }

        return Task.CompletedTask;
    }

    public override string? IdOf(PropertyMap inputs) => Identity.Named(inputs);

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
        var state = await base.PlanAsync(plan, operation).ConfigureAwait(false);
        await RecordSuccession.TellAsync(plan, operation).ConfigureAwait(false);
        return state;
    }

    public override async Task<ResourceState> CreateAsync(PropertyMap inputs, Operation operation)
    {
        var request = RequestOf(inputs);
        var record = await operation.Engine.CreateAuthorizationServerAsync(
            request with { InPlaceOf = RecordSuccession.Predecessor(operation, request.Server) }, operation.CancellationToken).ConfigureAwait(false);
        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation).ConfigureAwait(false);
        return StateOf(record, inputs);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = Identity.Named(lookup.Id, operation.Installation);
        var record = await operation.Engine.FindAuthorizationServerAsync(server.Fqdn, name, operation.CancellationToken).ConfigureAwait(false);
        if (record is null)
        {
            return null;
        }

        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation).ConfigureAwait(false);
        var actual = PropertyMap.Of(("server", server.Fqdn), ("name", record.Name), ("authMetadataUrl", record.AuthMetadataUrl.AbsoluteUri));
        var writesRealm = lookup.IsImport ? !record.Issuer.EndsWith($"@{record.Realm}", StringComparison.Ordinal) : lookup.Inputs.Has("realm");
        return StateOf(record, lookup.Inputs.Overlaid(writesRealm ? actual.Set("realm", record.Realm) : actual));
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var record = await operation.Engine
            .UpdateAuthorizationServerAsync(RequestOf(change.NewInputs), operation.CancellationToken).ConfigureAwait(false);
        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation).ConfigureAwait(false);
        return StateOf(record, change.NewInputs);
    }

    public override Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = lookup.Id.Split('/', 2) is [var fqdn, var rest] ? (fqdn, rest) : (lookup.Id, "");
        return operation.Engine.RemoveAuthorizationServerAsync(Fqdns.Normalize(server), name, operation.CancellationToken);
    }

    private static AuthorizationServerRequest RequestOf(PropertyMap inputs) => new(
        Fqdns.Normalize(inputs.Text("server")!), inputs.Text("name")!, MetadataInputs.UrlOf(inputs.Text("authMetadataUrl")!)!, inputs.Text("realm"));

    private static ResourceState StateOf(Record record, PropertyMap inputs) => new(
        Identity.Of(record.Server, record.Name),
        inputs,
        PropertyMap.Of(("realm", record.Realm), ("issuer", record.Issuer), ("trustedKeys", WireForms.Keys(record.TrustedKeys))));
}
