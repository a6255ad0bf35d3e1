using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>A partner as one server knows it. Id: <c>fqdn/name</c>. Two records of one partner never coexist: a replacement takes the
/// place of the old one.</summary>
internal sealed class PartnerApplicationResource(ProgramRun run) : ResourceType, IListing
{
    public const string TypeName = "PartnerApplication";

    private readonly RecordTwins twins = new(run, TypeName);

    public override string Name => TypeName;

    public override string AutoNamed => PartnerProperties.Name;

    public override string? IdOf(PropertyMap inputs) => Identity.OfRecord(inputs);

    public override PropertyMap WithDefaults(PropertyMap inputs, Installation installation)
    {
        var given = PartnerApplicationInputs.Read(inputs);
        if (!given.TrustLevel.IsGiven && installation.Find(given.Server.Value) is { Product: ServerProduct.LyncServer })
        {
            inputs = inputs.Set(PartnerProperties.TrustLevel, nameof(TrustLevel.Full));
        }

        return given.LinkedAccount.Value is { Roles.IsGiven: false }
            ? LinkedAccountInputs.WithRoles(inputs, DescribedPartner.DefaultRoles(given, installation))
            : inputs;
    }

    public override void Check(ResourceCheck check) => PartnerApplicationChecks.Check(check);

    public override string? ReadsDocumentOf(PropertyMap inputs, Installation installation) =>
        installation.FindPublisher(PartnerApplicationInputs.Read(inputs).Document.Url)?.Fqdn;

    /// <summary>A record cannot change whom it is about: when its source now names another, it is replaced, or the source is refused.</summary>
    public override async Task DiffAsync(ResourceDiff diff, CancellationToken cancellationToken)
    {
        diff.AddFoundDrift([.. PartnerProperties.Sources, PartnerProperties.RefreshTrigger]);
        if (diff.OldOutputs.Text(PartnerProperties.ApplicationIdentifier) is not { } identifier)
        {
            return;
        }

        var inputs = PartnerApplicationInputs.Read(diff.NewInputs);
        var recorded = new PartnerIdentity(identifier, PartnerKind.Direct, diff.OldOutputs.Text(PartnerProperties.Realm) ?? "");
        if (inputs.Document.AuthMetadataUrl.IsGiven)
        {
            var judgement = new PartnerJudgement(recorded, inputs.Document, IdentityOf, document => Rehearse(diff, inputs, document));
            await judgement.PassAsync(diff, cancellationToken);
        }
        else if (PartnerProperties.Sources.FirstOrDefault(diff.Changes) is { } changed
            && DescribedPartner.Of(inputs, diff.Installation) is { } partner && partner.Principal != recorded.Principal)
        {
            diff.ForceReplacement(changed);
        }
    }

    public override ImmutableArray<string> InputsBesideTheTrust => PartnerProperties.BesideTheTrust;

    public override Task<PropertyMap> PresumeAsync(PropertyMap inputs, Operation operation) =>
        new PresumedCertificate(run.Preview).FillAsync(inputs, operation);

    public override string Decides(string server, bool publishesWhatIsPlanned) => $"whose tokens {server} takes";

    public override PropertyMap PreviewOutputs(ResourcePlan plan) => PartnerPreview.Outputs(plan);

    public override async Task<ResourceState?> PlanAsync(ResourcePlan plan, Operation operation)
    {
        var state = await base.PlanAsync(plan, operation);
        await RecordSuccession.TellAsync(plan, PartnerApplicationInputs.Read(plan.Inputs).Server.Value, operation);
        return state;
    }

    public override Task<ResourceState> CreateAsync(ResourceCreation creation, Operation operation) =>
        SaveAsync(creation.Inputs, inputs => RecordSuccession.GuardOf(creation, inputs.Server.Value!), operation);

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = Identity.RecordOf(lookup.Id, operation.Installation);
        var record = await operation.Engine.Reader.FindPartnerApplicationAsync(
            server.Fqdn, name, operation.Progress, operation.CancellationToken);
        if (record is null)
        {
            return null;
        }

        await KeyRemarks.WarnAsync(record.Issuer, record.TrustedKeys, operation);
        var actual = PartnerRecordInputs.Of(record, server);
        var inputs = lookup.IsImport ? PartnerRecordInputs.WithoutDefaults(actual) : PartnerRecordInputs.Drift(lookup.Inputs, actual);
        var remembered = KnownKeys.Of(record.TrustedKeys, lookup, record.Issuer, inputs, PartnerProperties.Sources);
        var (drift, keys) = await FindDriftAsync(record, remembered, inputs, lookup.Outputs, operation);
        return StateOf(record, inputs, keys) with { Drift = drift };
    }

    public override Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var guard = new RecordGuard.Known(RecordedIn(change.OldInputs, change.OldOutputs));
        return SaveAsync(change.NewInputs, _ => guard, operation);
    }

    public override Remainder RemainderOf(ResourceLookup lookup) => new(
        $"the partner application \"{Identity.Parts(lookup.Id).Name}\"",
        "Remove it with Remove-CsPartnerApplication on Lync, Remove-PartnerApplication on Exchange, "
            + "Remove-SPTrustedSecurityTokenIssuer on SharePoint: until then the server trusts it.");

    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var (server, name) = Identity.Parts(lookup.Id);
        var request = new RemoveRecord(server, name, RecordedIn(lookup.Inputs, lookup.Outputs));
        var outcome = await operation.Engine.Writer.RemovePartnerApplicationAsync(request, operation.Progress, operation.CancellationToken);
        outcome.RequireGone();
        await outcome.TellRemarksAsync(operation);
    }

    public IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation) =>
        PartnerListing.ListAsync(query, after, operation);

    /// <summary>Writes the record, remarks on what was written, and restarts what the program wants restarted.</summary>
    private Task<ResourceState> SaveAsync(
        PropertyMap given, Func<PartnerApplicationInputs, RecordGuard> guardOf, Operation operation)
    {
        var server = PartnerApplicationInputs.Read(given).Server.Value!;
        return twins.NamingAsync(server, operation, () => WriteAsync(given, guardOf, operation));
    }

    private static async Task<ResourceState> WriteAsync(
        PropertyMap given, Func<PartnerApplicationInputs, RecordGuard> guardOf, Operation operation)
    {
        var inputs = PartnerApplicationInputs.Read(given);
        var request = RequestOf(inputs, operation.Installation) with { Guard = guardOf(inputs) };
        var outcome = await operation.Engine.Writer.SavePartnerApplicationAsync(request, operation.Progress, operation.CancellationToken);
        var record = outcome.Require(saved => StateOf(saved, given, KnownKeys.Of(saved.TrustedKeys)));
        await outcome.TellRemarksAsync(operation);
        foreach (var remark in PartnerApplicationRules.Remarks(record, operation.Installation.Find(record.Server)!))
        {
            await operation.WarnAsync(remark);
        }

        return await PartnerRestart.CarryOutAsync(inputs, StateOf(record, given, KnownKeys.Of(record.TrustedKeys)), operation);
    }

    /// <summary>For whom the record was made, as the state remembers it; null where it does not.</summary>
    private static PartnerIdentity? RecordedIn(PropertyMap inputs, PropertyMap outputs) =>
        outputs.TryText(PartnerProperties.ApplicationIdentifier, out var identifier)
            ? new PartnerIdentity(
                identifier,
                PartnerApplicationInputs.Read(inputs).AuthorizationServer.IsGiven ? PartnerKind.BehindAuthorizationServer : PartnerKind.Direct,
                outputs.Text(PartnerProperties.Realm) ?? "")
            : null;

    private static SavePartnerApplication RequestOf(PartnerApplicationInputs inputs, Installation installation) => new(
        installation.Find(inputs.Server.Value)!.Fqdn,
        inputs.Name.Value!,
        inputs.Source(),
        inputs.TrustLevel.Value,
        inputs.Enabled.Value ?? true,
        inputs.AcceptSecurityIdentifierInformation.Value ?? false,
        inputs.LinkedAccount.Value is { } account
            ? new LinkedAccount(
                account.AccountName.Value!,
                (account.Roles.Value ?? DescribedPartner.DefaultRoles(inputs, installation)).ToImmutableSortedSet(StringComparer.Ordinal))
            : null)
    {
        IsTrustBroker = inputs.IsTrustBroker.Value ?? true,
    };

    /// <summary>An account without roles is one of which the inputs say nothing: an empty list asks for the default ones.</summary>
    private async Task<(ImmutableArray<string> Drift, KnownKeys Keys)> FindDriftAsync(
        PartnerApplication record, KnownKeys keys, PropertyMap inputs, PropertyMap recorded, Operation operation)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        if (PartnerApplicationInputs.Read(inputs).LinkedAccount.Value is not null && record.LinkedAccount is { Roles.IsEmpty: true })
        {
            found.Add(LinkedAccountInputs.RolesPath);
        }

        if (record.Source is PartnerSource.Metadata source)
        {
            var request = new FetchMetadata(source.Url, source.TrustAnySslCertificate);
            var copy = new CopiedKeys(
                record.Server, record.Name, request, PartnerIdentity.Of(record), keys, IdentityOf, new DeclaredPartners(run));
            (var drift, keys) = await copy.FindDriftAsync(FoundDrift.In(recorded), operation);
            found.AddRange(drift);
        }

        return (found.ToImmutable(), keys);
    }

    private static PartnerIdentity IdentityOf(AuthMetadataDocument document) => new(document.ServiceName, PartnerKind.Direct, document.Realm);

    /// <summary>Refuses what the creation would refuse, but for the server's other records, of which the plan may remove some.</summary>
    private static void Rehearse(ResourceDiff diff, PartnerApplicationInputs inputs, AuthMetadataDocument document)
    {
        if (!diff.NewInputs.AsEnumerable().Any(input => input.Value.ContainsUnknown() && !PartnerProperties.BesideTheTrust.Contains(input.Key)))
        {
            var request = RequestOf(inputs, diff.Installation);
            var draft = new PartnerApplicationDraft(
                diff.Installation.Find(request.Server)!,
                request.Name,
                request.Source,
                request.TrustLevel,
                request.Enabled,
                request.AcceptSecurityIdentifierInformation,
                request.LinkedAccount)
            {
                IsTrustBroker = request.IsTrustBroker,
            };
            PartnerApplicationRules.Register(draft, document, [], diff.Now);
        }
    }

    private static ResourceState StateOf(PartnerApplication record, PropertyMap inputs, KnownKeys keys) => new(
        Identity.Of(record.Server, record.Name),
        inputs,
        PropertyMap.Of(
            (PartnerProperties.ApplicationIdentifier, record.ApplicationIdentifier),
            (PartnerProperties.Realm, record.Realm),
            (PartnerProperties.Issuer, record.Issuer),
            (PartnerProperties.Enabled, record.Enabled),
            (PartnerProperties.AcceptSecurityIdentifierInformation, record.AcceptSecurityIdentifierInformation),
            (PartnerProperties.TrustAnySslCertificate, record.Source is PartnerSource.Metadata { TrustAnySslCertificate: true }),
            (PartnerProperties.Restart, inputs.Text(PartnerProperties.Restart) ?? "none"))
            .SetIf(PartnerProperties.TrustedKeys, keys.Output))
    {
        Remembered = keys.Remembered,
    };
}
