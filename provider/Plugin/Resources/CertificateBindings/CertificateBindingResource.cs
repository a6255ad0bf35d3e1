using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>A server's signing certificate. Id: the server's fqdn.</summary>
internal sealed class CertificateBindingResource(SessionEnvironment environment, PreviewScope preview) : ResourceType, IListing
{
    public const string TypeName = "CertificateBinding";

    private readonly CertificateSources sources = new(new CertificateFiles(environment));

    public override string Name => TypeName;

    public override string? IdOf(PropertyMap inputs) => Identity.OfServer(inputs);

    public override PropertyMap WithDefaults(PropertyMap inputs, Installation installation)
    {
        var given = CertificateBindingInputs.Read(inputs);
        return given.Wish is { Subject.IsGiven: false } && installation.Find(given.Server.Value) is { } server
            ? CertificateBindingInputs.WithSource(inputs, source => CertificateSourceInputs.WithWish(
                source, wish => GeneratedCertificateInputs.WithSubject(wish, GeneratedCertificateInputs.DefaultSubject(server))))
            : inputs;
    }

    public override void Check(ResourceCheck check)
    {
        var inputs = CertificateBindingInputs.Read(check.Inputs);
        var server = check.Server(inputs.Server, "a signing certificate");
        sources.Check(check, inputs, server);
        if (inputs.EffectiveDate.Value is { } date && inputs.Effective is null)
        {
            check.Refuse(FaultCatalogue.InstantInvalid(inputs.EffectiveDate.Path, date));
        }
        else if (server is not null && inputs.Effective > check.Now && !ProductLifecycle.Of(server.Product).KeepsGenerations)
        {
            check.Refuse(FaultCatalogue.StagingUnsupported(server.Product));
        }

        check.OnlyFor(ProductFeatures.Generations, server, inputs.RetirePrevious, inputs.RetiresPrevious);
        if (inputs.RenewBeforeDays.Value is < 0 or > Renewal.LongestDays)
        {
            check.Refuse(FaultCatalogue.OutOfRange(inputs.RenewBeforeDays.Path, inputs.RenewBeforeDays.Value.Value, 0, Renewal.LongestDays));
        }

        preview.Horizon.Declare(Renewal.DaysOf(inputs));
    }

    public override async Task DiffAsync(ResourceDiff diff, CancellationToken cancellationToken)
    {
        var inputs = CertificateBindingInputs.Read(diff.NewInputs);
        var recorded = CertificateBindingOutputs.Read(diff.OldOutputs);
        if (sources.Read(inputs) is { } wanted && recorded.Thumbprint is { } bound && wanted.Thumbprint.Hex != bound)
        {
            diff.AddDrift(inputs.Source.Path, inputs.Source.Value!.Kind!);
        }

        if (recorded.LacksMembers)
        {
            diff.AddDrift(CertificateBindingOutputs.MissingOnName);
        }

        if (await Retirement.IsDueAsync(inputs, recorded, diff, cancellationToken))
        {
            diff.AddDrift(CertificateBindingOutputs.PreviousThumbprintName);
        }

        if (diff.IsForUpdate && Renewal.IsNear(recorded, inputs, diff.Now))
        {
            preview.Horizon.Reach();
        }

        var product = diff.Installation.Find(inputs.Server.Value)?.Product ?? default;
        var isReplaced = sources.Named(inputs) is { } named && named.Hex != recorded.Thumbprint;
        if (isReplaced || Renewal.Of(recorded, inputs, product, diff.Now) is not { } due)
        {
            return;
        }

        if (inputs.Wish is not null)
        {
            diff.AddDrift(CertificateBindingOutputs.RenewalDueName);
        }
        else
        {
            await diff.WarnAsync(due, cancellationToken);
        }
    }

    public override ImmutableArray<string> InputsBesideTheTrust => [CertificateBindingInputs.RenewBeforeDaysName];

    public override bool ChangesDocument(ResourcePlan plan) => true;

    public override string Decides(string server, bool publishesWhatIsPlanned) => $"what {server} signs with";

    public override PropertyMap PreviewOutputs(ResourcePlan plan)
    {
        var inputs = CertificateBindingInputs.Read(plan.Inputs);
        if (CertificateChanges.Of(plan) is { MayBindAnew: false })
        {
            var kept = plan.KeepComputed().Remove(CertificateBindingOutputs.MissingOnName);
            return inputs.RetiresPrevious && kept.Has(CertificateBindingOutputs.PreviousThumbprintName)
                ? kept.Set(CertificateBindingOutputs.PreviousThumbprintName, UnknownValue.Text)
                : kept;
        }

        return CertificateBindingOutputs.Planned(inputs.Effective > plan.Now).With(sources.PreviewOutputs(inputs));
    }

    public override async Task<ResourceState> CreateAsync(ResourceCreation creation, Operation operation)
    {
        var inputs = CertificateBindingInputs.Read(creation.Inputs);
        var writing = new CertificateWriting(creation.Inputs, PropertyMap.Empty, Declared: null, operation);
        var record = await AdoptableCertificate.FindAsync(inputs, creation, operation) is { } found
            ? await writing.BindAgainAsync(found)
            : await BindAsync(inputs, inputs.Effective, writing);
        return await writing.FinishAsync(record);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var server = Identity.ServerOf(lookup.Id, operation.Installation);
        var record = await operation.FindCertificateBindingAsync(server);
        if (record is null or { Slots: { Current: null, Next: null } })
        {
            return null;
        }

        await CertificateWriting.WarnAsync(record, operation);
        await KeyRemarks.WarnAsync(record.Slots, operation);
        var declared = CertificateBindingOutputs.Read(lookup.Outputs).Thumbprint;
        var inputs = lookup.IsImport
            ? CertificateSources.Import(server, record)
            : CertificateSources.Drift(lookup.Inputs, BoundCertificate.Of(record.Slots, declared).Certificate);
        return new CertificateWriting(inputs, lookup.Outputs, declared, operation).StateOf(record);
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var server = Identity.ServerOf(change.Id, operation.Installation);
        var changes = CertificateChanges.Of(change, operation.Now);
        if (!await changes.BindsAnewAsync(server, sources, operation))
        {
            return await RestateAsync(server, change, changes, operation);
        }

        var effective = changes.IsRenewal ? Renewal.EffectiveDate(server.Product, changes.Recorded, operation.Now) : changes.New.Effective;
        var writing = new CertificateWriting(change.NewInputs, change.OldOutputs, Declared: null, operation);
        return await writing.FinishAsync(await BindAsync(changes.New, effective, writing));
    }

    public override Remainder RemainderOf(ResourceLookup lookup) => new(
        CertificateBindingOutputs.Read(lookup.Outputs).Thumbprint is { } thumbprint ? $"the certificate {thumbprint}" : "its signing certificate",
        "On Lync, \"Remove-CsCertificate -Type OAuthTokenIssuer\" unbinds it; Exchange and SharePoint always sign with some certificate.");

    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var outcome = await operation.Engine.Writer.UnbindCertificateAsync(
            Fqdns.Normalize(lookup.Id), operation.Progress, operation.CancellationToken);
        outcome.RequireGone();
        await outcome.TellRemarksAsync(operation);
    }

    public IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation) =>
        CertificateListing.ListAsync(query, after, operation);

    /// <summary>The certificate stays; at most the date on which a staged one takes effect is another, or a member gets its copy.</summary>
    private async Task<ResourceState> RestateAsync(Server server, ResourceChange change, CertificateChanges changes, Operation operation)
    {
        var writing = new CertificateWriting(change.NewInputs, change.OldOutputs, changes.Recorded.Thumbprint, operation);
        if (changes is { Recorded.IsStaged: true, IsAtAnotherDate: true } && Thumbprint.TryParse(changes.Recorded.Thumbprint, out var staged))
        {
            var request = new BindCertificate(server.Fqdn, new CertificateSource.Stored(staged), changes.New.Effective);
            return await writing.FinishAsync(await writing.BindAsync(request));
        }

        var record = await operation.FindCertificateBindingAsync(server)
            ?? await BindAsync(changes.New, changes.New.Effective, writing with { Declared = null });
        return await writing.FinishAsync(await writing.CompletePoolAsync(record));
    }

    private async Task<CertificateBindingRecord> BindAsync(CertificateBindingInputs inputs, DateTimeOffset? effective, CertificateWriting writing)
    {
        var operation = writing.Operation;
        var server = operation.Installation.Find(inputs.Server.Value)!;
        var record = await writing.BindAsync(new BindCertificate(server.Fqdn, sources.Of(inputs, server), effective));
        await LaterRemarks.TellAsync(operation, () => RemarksOfAsync(record.Slots, server, operation));
        await CertificateWriting.WarnAsync(record, operation);
        return record;
    }

    /// <summary>The realm that Lync's settings give by now is asked for only where no other domain is found in the certificate.</summary>
    private static async Task<ImmutableArray<Fault>> RemarksOfAsync(CertificateSlots slots, Server server, Operation operation)
    {
        IReadOnlyList<string> users = [.. operation.Installation.Mailboxes.Select(mailbox => SipUris.DomainOf(mailbox.SipUri)).Distinct()];
        var remarks = CertificateRules.Remarks(slots, server, operation.Now, users);
        if (!remarks.Any(remark => remark.Code == SubjectRules.Number))
        {
            return remarks;
        }

        var settings = await operation.Engine.Reader.ReadSettingsAsync(server, operation.Progress, operation.CancellationToken);
        return CertificateRules.Remarks(slots, server, operation.Now, [settings.Realm, .. users]);
    }
}
