using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using Record = PartnerTrust.Trust.Partners.PartnerApplication;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A partner as one server knows it. Id: <c>fqdn/name</c>. Two records of one partner never coexist: a replacement takes the
/// place of the old one.</summary>
internal sealed class PartnerApplication : ResourceType, IListing
{
    private const int LongestName = 64;
    private static readonly ImmutableArray<string> BesideTheTrust = ["refreshTrigger", "restart", "restartServers"];

    public override string Name => "PartnerApplication";

    public override string AutoNamed => "name";

    public override string? IdOf(PropertyMap inputs) => Identity.OfRecord(inputs);

    public override PropertyMap Complete(PropertyMap inputs, Installation installation)
    {
        if (!inputs.Has("trustLevel") && installation.Find(inputs.Text("server")) is { Product: ServerProduct.LyncServer })
        {
            inputs = inputs.Set("trustLevel", nameof(TrustLevel.Full));
        }

        return inputs.Map("linkedAccount") is { } account && !account.Has("roles")
            ? inputs.Set("linkedAccount", inputs["linkedAccount"].Map(_ => account.Set("roles", WireForms.Texts(PartnerInputs.DefaultRoles(inputs, installation)))))
            : inputs;
    }

    public override void Check(ResourceCheck check)
    {
        var inputs = check.Inputs;
        var server = check.Server("server", "partner applications", ProductFeatures.Partners);
        RecordNames.Check(check, "name", LongestName);
        check.ExactlyOne(inputs, "authMetadataUrl", "authMetadataUrl", "certificate", "authorizationServer");
        MetadataInputs.CheckUrl(check, "authMetadataUrl");
        PartnerInputs.CheckIdentity(check, "certificate");
        PartnerInputs.CheckIdentity(check, "authorizationServer");
        PartnerInputs.CheckCertificate(check);
        PartnerInputs.CheckAccount(check);
        PartnerInputs.CheckPartner(check, server);
        PartnerInputs.CheckProduct(check, server);
        PartnerInputs.CheckRestart(check);
    }

    /// <summary>A record cannot change whom it is about: when its source now names another, it is replaced, or the source is refused.</summary>
    public override async Task CompareAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        comparison.AddFoundDrift([.. PartnerInputs.Sources, "refreshTrigger"]);
        if (comparison.OldOutputs.Text("applicationIdentifier") is not { } identifier)
        {
            return;
        }

        var recorded = new PartnerIdentity(identifier, PartnerKind.Direct, comparison.OldOutputs.Text("realm") ?? "");
        if (comparison.NewInputs.Has("authMetadataUrl"))
        {
            var judgement = new PartnerJudgement(recorded, IdentityOf, document => Rehearse(comparison, document));
            await judgement.PassAsync(comparison, cancellationToken);
        }
        else if (PartnerInputs.Sources.FirstOrDefault(comparison.Changes) is { } changed
            && PartnerIdentities.Of(comparison.NewInputs, comparison.Installation) is { } partner && partner.Principal != recorded.Principal)
        {
            comparison.ForceReplacement(changed);
        }
    }

    public override ImmutableArray<string> InputsBesideTheTrust => BesideTheTrust;

    public override PropertyMap Foresee(ResourcePlan plan)
    {
        if (plan.OldInputs is { } old && !PartnerInputs.SourceIsOpen(plan.Inputs))
        {
            var identity = plan.Keep("applicationIdentifier", "realm", "issuer");
            return PartnerInputs.CopiesKeysAnew(old, plan.Inputs) ? identity : identity.With(plan.Keep("trustedKeys"));
        }

        return PartnerInputs.Foresee(plan.Inputs, plan.Installation);
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
        await RemarkAsync(record, operation);
        return await RestartAsync(StateOf(record, inputs), operation);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = Identity.Named(lookup.Id, operation.Installation);
        var record = await operation.Engine.Reader.FindPartnerApplicationAsync(
            server.Fqdn, name, operation.Progress, operation.CancellationToken);
        if (record is null)
        {
            return null;
        }

        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation);
        var actual = PartnerInputs.Of(record, server);
        var inputs = lookup.IsImport ? PartnerInputs.WithoutDefaults(actual) : PartnerInputs.Drift(lookup.Inputs, actual);
        return StateOf(record, inputs) with { Drift = await FindDriftAsync(record, inputs, lookup.Outputs, operation) };
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var record = await SaveAsync(change.NewInputs, new RecordGuard.Known(RecordedIn(change.OldInputs, change.OldOutputs)), operation);
        await RemarkAsync(record, operation);
        return await RestartAsync(StateOf(record, change.NewInputs), operation);
    }

    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = lookup.Id.Split('/', 2) is [var fqdn, var rest] ? (fqdn, rest) : (lookup.Id, "");
        var request = new RemoveRecord(Fqdns.Normalize(server), name, RecordedIn(lookup.Inputs, lookup.Outputs));
        var outcome = await operation.Engine.Writer.RemovePartnerApplicationAsync(request, operation.Progress, operation.CancellationToken);
        outcome.RequireGone();
    }

    public IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation) =>
        PartnerListing.ListAsync(query, after, operation);

    private static async Task<Record> SaveAsync(PropertyMap inputs, RecordGuard guard, Operation operation)
    {
        var outcome = await operation.Engine.Writer.SavePartnerApplicationAsync(
            RequestOf(inputs, operation.Installation) with { Guard = guard }, operation.Progress, operation.CancellationToken);
        return outcome.Require(record => StateOf(record, inputs));
    }

    /// <summary>For whom the record was made, as the state remembers it; null where it does not.</summary>
    private static PartnerIdentity? RecordedIn(PropertyMap inputs, PropertyMap outputs) =>
        outputs.TryText("applicationIdentifier", out var identifier)
            ? new PartnerIdentity(
                identifier, inputs.Has("authorizationServer") ? PartnerKind.BehindTokenServer : PartnerKind.Direct, outputs.Text("realm") ?? "")
            : null;

    private static SavePartnerApplication RequestOf(PropertyMap inputs, Installation installation)
    {
        var server = installation.Find(inputs.Text("server"))!;
        return new SavePartnerApplication(
            server.Fqdn,
            inputs.Text("name")!,
            PartnerInputs.SourceOf(inputs),
            Enum.TryParse<TrustLevel>(inputs.Text("trustLevel"), out var level) ? level : null,
            inputs.Flag("enabled") ?? true,
            inputs.Flag("acceptSecurityIdentifierInformation") ?? false,
            PartnerInputs.AccountOf(inputs, installation));
    }

    private static async Task<ResourceState> RestartAsync(ResourceState state, Operation operation)
    {
        if (!Enum.TryParse<RestartScope>(state.Inputs.Text("restart"), ignoreCase: true, out var scope) || scope == RestartScope.None)
        {
            return state;
        }

        var servers = state.Inputs.Texts("restartServers") is { IsEmpty: false } named ? named : [state.Inputs.Text("server")!];
        var request = new RestartRequest(scope, [.. servers.Select(Fqdns.Normalize)]);
        return await LaterStep.RunAsync(state, "the restart was interrupted.", async () =>
        {
            var restarter = operation.Engine.Restarter
                ?? throw new FaultException(FaultCatalogue.EngineCannot(operation.Engine.Name, "restart services").At("restart"));
            await restarter.RestartAsync(request, operation.Progress, operation.CancellationToken);
            return state;
        });
    }

    private static async Task RemarkAsync(Record record, Operation operation)
    {
        foreach (var remark in PartnerApplicationRules.Remarks(record, operation.Installation.Find(record.Server)!))
        {
            await operation.WarnAsync(remark);
        }
    }

    /// <summary>An account without roles is one of which the inputs say nothing: an empty list asks for the default ones.</summary>
    private static async Task<ImmutableArray<string>> FindDriftAsync(
        Record record, PropertyMap inputs, PropertyMap recorded, Operation operation)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        if (inputs.Map("linkedAccount") is not null && record.LinkedAccount is { Roles.IsEmpty: true })
        {
            found.Add("linkedAccount.roles");
        }

        if (record.Source is PartnerSource.Metadata source)
        {
            var request = new FetchMetadata(source.Url, source.TrustAnySslCertificate);
            var copy = new CopiedKeys(record.Server, record.Name, request, PartnerIdentity.Of(record), record.TrustedKeys, IdentityOf);
            found.AddRange(await copy.FindDriftAsync(FoundDrift.In(recorded), operation));
        }

        return found.ToImmutable();
    }

    private static PartnerIdentity IdentityOf(AuthMetadataDocument document) => new(document.ServiceName, PartnerKind.Direct, document.Realm);

    /// <summary>Refuses what the creation would refuse, but for the server's other records, of which the plan may remove some.</summary>
    private static void Rehearse(ResourceComparison comparison, AuthMetadataDocument document)
    {
        if (!comparison.NewInputs.AsEnumerable().Any(input => input.Value.ContainsUnknown() && !BesideTheTrust.Contains(input.Key)))
        {
            var request = RequestOf(comparison.NewInputs, comparison.Installation);
            var draft = new PartnerApplicationDraft(
                comparison.Installation.Find(request.Server)!,
                request.Name,
                request.Source,
                request.TrustLevel,
                request.Enabled,
                request.AcceptSecurityIdentifierInformation,
                request.LinkedAccount);
            PartnerApplicationRules.Register(draft, document, [], comparison.Now);
        }
    }

    private static ResourceState StateOf(Record record, PropertyMap inputs) => new(
        Identity.Of(record.Server, record.Name),
        inputs,
        PropertyMap.Of(
            ("applicationIdentifier", record.ApplicationIdentifier),
            ("realm", record.Realm),
            ("issuer", record.Issuer),
            ("trustedKeys", WireForms.Keys(record.TrustedKeys)),
            ("enabled", record.Enabled),
            ("acceptSecurityIdentifierInformation", record.AcceptSecurityIdentifierInformation),
            ("trustAnySslCertificate", record.Source is PartnerSource.Metadata { TrustAnySslCertificate: true }),
            ("restart", inputs.Text("restart") ?? "none")));
}
