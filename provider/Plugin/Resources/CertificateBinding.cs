using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A server's signing certificate. Id: the server's fqdn.</summary>
internal sealed class CertificateBinding : ResourceType, IListing
{
    public override string Name => "CertificateBinding";

    public override string? IdOf(PropertyMap inputs) => Identity.OfServer(inputs);

    public override PropertyMap Complete(PropertyMap inputs, Installation installation) =>
        inputs.Map("source")?.Map("generate") is { } generate && !generate.ContainsKey("subject") && installation.Find(inputs.Text("server")) is { } server
            ? inputs.Set("source", inputs["source"].Map(source =>
                ((PropertyMap)source).Set("generate", ((PropertyMap)source)["generate"].Map(_ =>
                    generate.Set("subject", GeneratedCertificates.DefaultSubject(server))))))
            : inputs;

    public override void Check(ResourceCheck check)
    {
        var server = check.Server("server", "a signing certificate");
        CertificateSources.Check(check);
        if (check.Inputs.TryText("effectiveDate", out var date) && Instant.Parse(date) is null)
        {
            check.Refuse(FaultCatalogue.InstantInvalid("effectiveDate", date));
        }
        else if (server is not null && Instant.Parse(date) > check.Now && !ProductLifecycle.Of(server.Product).KeepsGenerations)
        {
            check.Refuse(FaultCatalogue.StagingUnsupported(server.Product));
        }

        check.OnlyFor(ProductFeatures.Generations, server, "retirePrevious", Retirement.IsWanted(check.Inputs));
        if (check.Inputs.Whole("renewBeforeDays") is < 0 or > Renewal.LongestDays)
        {
            check.Refuse(FaultCatalogue.OutOfRange("renewBeforeDays", check.Inputs.Whole("renewBeforeDays")!.Value, 0, Renewal.LongestDays));
        }
    }

    public override async Task CompareAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        if (CertificateSources.Read(comparison.NewInputs, comparison.Session) is { } wanted
            && comparison.OldOutputs.Text("thumbprint") is { } bound && wanted.Thumbprint.Hex != bound)
        {
            comparison.AddDrift("source", CertificateSources.KindOf(comparison.NewInputs)!);
        }

        if (comparison.OldOutputs.Has("missingOn"))
        {
            comparison.AddDrift("missingOn");
        }

        if (await Retirement.IsDueAsync(comparison, cancellationToken))
        {
            comparison.AddDrift("previousThumbprint");
        }

        if (Renewal.Of(comparison.OldOutputs, comparison.NewInputs, comparison.Now) is not { } due)
        {
            return;
        }

        if (GeneratedCertificates.Wish(comparison.NewInputs) is not null)
        {
            comparison.AddDrift("renewalDue");
        }
        else
        {
            await comparison.WarnAsync(due, cancellationToken);
        }
    }

    public override ImmutableArray<string> InputsBesideTheTrust => ["renewBeforeDays"];

    public override PropertyMap Foresee(ResourcePlan plan)
    {
        if (plan.OldInputs is not null && !CertificateChanges.MayBindAnew(plan.OldInputs, plan.Inputs, plan.OldOutputs, plan.Now))
        {
            var kept = plan.KeepComputed().Except(PropertyMap.Of(("missingOn", PropertyValue.Null)));
            return Retirement.IsWanted(plan.Inputs) && kept.Has("previousThumbprint") ? kept.Set("previousThumbprint", UnknownValue.Text) : kept;
        }

        var staged = Instant.Parse(plan.Inputs.Text("effectiveDate")) > plan.Now;
        var known = PropertyMap.Of(("state", staged ? "next" : "current"), ("renewalDue", false));
        return CertificateSources.Read(plan.Inputs, plan.Session) is { } certificate
            ? known.With(WireForms.Certificate(certificate))
            : known.With(GeneratedCertificates.Foresee(plan.Inputs)).With(CertificateSources.Foresee(plan.Inputs));
    }

    public override async Task<ResourceState> CreateAsync(PropertyMap inputs, Operation operation)
    {
        var record = await GeneratedCertificates.FindAdoptableAsync(inputs, operation)
            ?? await BindAsync(inputs, Instant.Parse(inputs.Text("effectiveDate")), PropertyMap.Empty, operation);
        return await FinishAsync(record, inputs, PropertyMap.Empty, null, operation);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var server = Identity.Server(lookup.Id, operation.Installation);
        var record = await operation.FindCertificateBindingAsync(server);
        if (record is null or { Slots: { Current: null, Next: null } })
        {
            return null;
        }

        await WarnAsync(record, operation);
        await KeyRemarks.WarnAsync(record.Slots, operation);
        var declared = lookup.Outputs.Text("thumbprint");
        var inputs = lookup.IsImport
            ? CertificateSources.Import(server, record)
            : CertificateSources.Drift(lookup.Inputs, BoundCertificate.Of(record.Slots, declared).Certificate);
        return StateOf(record, inputs, lookup.Outputs, declared, operation.Now);
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var server = Identity.Server(change.Id, operation.Installation);
        var inputs = change.NewInputs;
        if (!await CertificateChanges.BindAnewAsync(server, change, operation))
        {
            return await RestateAsync(server, change, operation);
        }

        var effective = CertificateChanges.IsRenewal(change, operation.Now)
            ? Renewal.EffectiveDate(server.Product, change.OldOutputs, operation.Now)
            : Instant.Parse(inputs.Text("effectiveDate"));
        return await FinishAsync(await BindAsync(inputs, effective, change.OldOutputs, operation), inputs, change.OldOutputs, null, operation);
    }

    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var outcome = await operation.Engine.Writer.UnbindCertificateAsync(Fqdns.Normalize(lookup.Id), operation.Progress, operation.CancellationToken);
        outcome.RequireGone();
    }

    public async IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation)
    {
        var servers = operation.Installation.Servers.Values
            .Where(server => query.Text("server") is not { } only || server.Fqdn == Fqdns.Normalize(only))
            .Where(server => query.Text("product") is not { } product || server.Product.ToString() == product)
            .Where(server => string.CompareOrdinal(server.Fqdn, after) > 0);
        foreach (var server in servers)
        {
            var record = await operation.FindCertificateBindingAsync(server);
            if (record?.Slots is { Current: not null } or { Next: not null })
            {
                yield return (server.Fqdn, server.Fqdn);
            }
        }
    }

    /// <summary>The certificate stays; at most the date on which a staged one takes effect is another.</summary>
    private static async Task<ResourceState> RestateAsync(Server server, ResourceChange change, Operation operation)
    {
        var effective = Instant.Parse(change.NewInputs.Text("effectiveDate"));
        var staged = change.OldOutputs.Text("state") == "next";
        var declared = change.OldOutputs.Text("thumbprint");
        if (staged && CertificateChanges.IsAtAnotherDate(change.OldInputs, change.NewInputs) && Thumbprint.TryParse(declared, out var thumbprint))
        {
            var request = new BindCertificate(server.Fqdn, new CertificateSource.Stored(thumbprint), effective);
            var restaged = await BindAsync(request, change.NewInputs, change.OldOutputs, declared, operation);
            return await FinishAsync(restaged, change.NewInputs, change.OldOutputs, declared, operation);
        }

        var record = await operation.FindCertificateBindingAsync(server)
            ?? await BindAsync(change.NewInputs, effective, change.OldOutputs, operation);
        var completed = await CompletePoolAsync(record, change, operation);
        return await FinishAsync(completed, change.NewInputs, change.OldOutputs, declared, operation);
    }

    /// <summary>The certificate is bound by now; what it replaced may go.</summary>
    private static Task<ResourceState> FinishAsync(
        CertificateBindingRecord record, PropertyMap inputs, PropertyMap recorded, string? declared, Operation operation)
    {
        ResourceState Of(CertificateBindingRecord bound) => StateOf(bound, inputs, recorded, declared, operation.Now);
        return LaterStep.RunAsync(
            Of(record),
            "the previous certificate was not retired.",
            async () => Of(await Retirement.CarryOutAsync(record, inputs, Of, operation)));
    }

    /// <summary>Binding again what is bound carries it to the members that lack it.</summary>
    private static async Task<CertificateBindingRecord> CompletePoolAsync(
        CertificateBindingRecord record, ResourceChange change, Operation operation)
    {
        if (record.MemberFaults.IsEmpty || (record.Slots.Next ?? record.Slots.Current) is not { } newest)
        {
            return record;
        }

        var request = new BindCertificate(record.Server, new CertificateSource.Stored(newest.Thumbprint), record.Slots.NextEffectiveDate);
        var completed = await BindAsync(request, change.NewInputs, change.OldOutputs, change.OldOutputs.Text("thumbprint"), operation);
        await WarnAsync(completed, operation);
        return completed;
    }

    private static async Task WarnAsync(CertificateBindingRecord record, Operation operation)
    {
        foreach (var lacking in record.MemberFaults)
        {
            await operation.WarnAsync(lacking.Fault with { IsWarning = true });
        }
    }

    private static async Task<CertificateBindingRecord> BindAsync(
        BindCertificate request, PropertyMap inputs, PropertyMap recorded, string? declared, Operation operation)
    {
        var outcome = await operation.Engine.Writer.BindCertificateAsync(request, operation.Progress, operation.CancellationToken);
        return outcome.Require(record => StateOf(record, inputs, recorded, declared, operation.Now));
    }

    private static async Task<CertificateBindingRecord> BindAsync(
        PropertyMap inputs, DateTimeOffset? effective, PropertyMap recorded, Operation operation)
    {
        var server = operation.Installation.Find(inputs.Text("server"))!;
        var source = CertificateSources.Of(inputs, operation.Session);
        var record = await BindAsync(new BindCertificate(server.Fqdn, source, effective), inputs, recorded, null, operation);
        foreach (var remark in CertificateRules.Remarks(record.Slots, server, operation.Now))
        {
            await operation.WarnAsync(remark);
        }

        await WarnAsync(record, operation);
        return record;
    }

    private static ResourceState StateOf(
        CertificateBindingRecord record, PropertyMap inputs, PropertyMap recorded, string? declared, DateTimeOffset now)
    {
        var bound = BoundCertificate.Of(record.Slots, declared);
        var computed = WireForms.Certificate(bound.Certificate)
            .Set("state", bound.IsNext ? "next" : "current")
            .Set("previousThumbprint", record.Slots.Previous?.Thumbprint.Hex ?? PropertyValue.Null)
            .Set("nextThumbprint", record.Slots.Next?.Thumbprint.Hex ?? PropertyValue.Null);
        if (!record.MemberFaults.IsEmpty)
        {
            computed = computed.Set("missingOn", WireForms.Texts([.. record.MemberFaults.Select(fault => fault.Member).Distinct()]));
        }

        computed = computed.Set("renewalDue", Renewal.Of(computed, inputs, now) is not null);
        return new ResourceState(record.Server, inputs, computed)
        {
            Remembered = SigningSince.Remember(record.Slots, recorded, now),
            RefreshBeforeUpdate = record.Slots.Next is not null,
        };
    }
}
