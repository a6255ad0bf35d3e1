using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.ConnectivityChecks;

/// <summary>A call from one server to another, made for real. Id: <c>fqdn/guid</c>. It keeps nothing on any server: reading it asks and presents
/// a token, and writes nothing.</summary>
internal sealed class ConnectivityCheckResource(PreviewScope preview) : ResourceType
{
    public const string TypeName = "ConnectivityCheck";

    public override string Name => TypeName;

    public override void Check(ResourceCheck check)
    {
        var inputs = ConnectivityCheckInputs.Read(check.Inputs);
        var server = check.Server(inputs.Server, "a connectivity check", ProductFeatures.Partners);
        var target = inputs.Method.Value == ConnectivityMethod.Storage
            ? check.Server(inputs.Target, "a mailbox to write to", ServerProduct.ExchangeServer)
            : check.Server(inputs.Target, "an endpoint that accepts tokens");
        CheckProduct(check, inputs, server, target);

        if (inputs.SipUri.Value is { } address && !SipUris.IsValid(address))
        {
            check.Refuse(FaultCatalogue.SipUriInvalid(inputs.SipUri.Path, address));
        }

        if (inputs.IsOverNetTcp && !inputs.HostNameStorageService.IsGiven)
        {
            check.Refuse(FaultCatalogue.NeedsOther(inputs.Binding.Path, inputs.HostNameStorageService.Path));
        }

        if (inputs.HostNameStorageService.Value is { } host && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            check.Refuse(FaultCatalogue.HostNameInvalid(inputs.HostNameStorageService.Path, host));
        }
    }

    private static void CheckProduct(ResourceCheck check, ConnectivityCheckInputs inputs, Server? server, Server? target)
    {
        check.OnlyFor(ProductFeatures.StorageChecks, server, inputs.Binding);
        check.OnlyFor(ProductFeatures.StorageChecks, server, inputs.HostNameStorageService);
        if (server is null || server == target)
        {
            check.Refuse(server is null ? [] : [FaultCatalogue.CallToItself(server.Fqdn)], inputs.Target.Path);
            return;
        }

        var storesItems = ProductFeatures.StorageChecks.Contains(server.Product);
        if (!storesItems && inputs.Method.Value == ConnectivityMethod.Storage)
        {
            check.Refuse(FaultCatalogue.ValueNotForProduct(inputs.Method.Path, "storage", server.Product, ProductFeatures.StorageChecks, "probe"));
        }

        if (!storesItems && !inputs.Target.IsGiven)
        {
            check.Refuse(FaultCatalogue.NeededByProduct(inputs.Target.Path, server.Product, "the server to call"));
        }
    }

    /// <summary>A check that failed is run again by the next update. Where a failure is only worth a warning, that is so once a refresh found that
    /// the way to it is free.</summary>
    public override Task DiffAsync(ResourceDiff diff, CancellationToken cancellationToken)
    {
        var held = ConnectivityCheckOutputs.Succeeded(diff.OldOutputs) is true;
        if (ConnectivityCheckOutputs.Succeeded(diff.OldOutputs) is false && !ConnectivityCheckInputs.Read(diff.NewInputs).OnlyWarns)
        {
            diff.AddDrift(ConnectivityCheckOutputs.SucceededName);
        }
        else
        {
            diff.AddFoundDrift();
        }

        if (diff.IsForUpdate && diff.Differences.Count == 0)
        {
            preview.Stand(new StandingCheck(diff.Urn, ConnectivityCheckInputs.Read(diff.NewInputs).Request(), held));
        }

        return Task.CompletedTask;
    }

    public override PropertyMap PreviewOutputs(ResourcePlan plan) => PropertyMap.Empty;

    public override ImmutableArray<string> InputsBesideTheTrust => [.. ConnectivityCheckInputs.BesideTheTrust];

    /// <summary>Nothing is called: the evaluator says what the call will meet, and that is told, not promised.</summary>
    public override async Task<ResourceState?> PlanAsync(ResourcePlan plan, Operation operation)
    {
        var request = ConnectivityCheckInputs.Read(plan.Inputs).Request();
        var report = await CheckAsync(request, operation);
        await (preview.Planned is { } planned ? new CheckVerdict(planned, plan, operation).TellAsync(request, report) : Task.CompletedTask);
        return null;
    }

    public override bool ChangesServers => false;

    public override Task TellUnknownAsync(ResourcePlan plan, PropertyMap known, Operation operation) =>
        preview.Planned is { } planned ? new CheckVerdict(planned, plan, operation).TellUnknownAsync(known) : Task.CompletedTask;

    public override Task<ResourceState> CreateAsync(ResourceCreation creation, Operation operation)
    {
        var server = ConnectivityCheckInputs.Read(creation.Inputs).Server.Value!;
        return RunAsync(Identity.Of(server, Guid.NewGuid().ToString("D")), creation.Inputs, operation);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var (id, server) = CallerOf(lookup.Id, operation.Installation);
        var inputs = lookup.IsImport ? ImportedInputs(id, server, operation.Installation) : lookup.Inputs;
        var request = ConnectivityCheckInputs.Read(inputs).Request() with { Method = ConnectivityMethod.Probe };
        var report = await CheckAsync(request, operation);
        if (Reason(id, report) is { } reason)
        {
            await operation.WarnAsync(reason with { IsWarning = true });
        }

        var recorded = new ResourceState(id, inputs, lookup.Outputs.Except(inputs));
        return ConnectivityCheckOutputs.FailedBeyond(report, lookup.Outputs)
            ? recorded with { Drift = [ConnectivityCheckOutputs.SucceededName] }
            : ConnectivityCheckOutputs.AreAlike(report, lookup.Outputs) ? recorded : StateOf(id, inputs, report);
    }

    public override Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation) =>
        RunAsync(change.Id, change.NewInputs, operation);

    public override Task DeleteAsync(ResourceLookup lookup, Operation operation) => Task.CompletedTask;

    private static async Task<ResourceState> RunAsync(string id, PropertyMap given, Operation operation)
    {
        var inputs = ConnectivityCheckInputs.Read(given);
        var report = await CheckAsync(inputs.Request(), operation);
        var state = StateOf(id, given, report);
        if (Reason(id, report) is not { } reason)
        {
            return state;
        }

        if (!inputs.OnlyWarns)
        {
            throw new PartialFailureException(state, [reason]);
        }

        await operation.WarnAsync(reason);
        return state;
    }

    private static Task<ConnectivityReport> CheckAsync(ConnectivityRequest request, Operation operation)
    {
        var tester = operation.Engine.Tester ?? throw new FaultException(FaultCatalogue.EngineCannot(operation.Engine.Name, "try a call"));
        return tester.CheckAsync(request, operation.Progress, operation.CancellationToken);
    }

    /// <summary>Why it failed; null when it did not.</summary>
    private static Fault? Reason(string id, ConnectivityReport report) => report.Succeeded
        ? null
        : report.Steps.FirstOrDefault(step => !step.Succeeded)?.Fault ?? FaultCatalogue.Incomplete(id, "the check failed.");

    private static (string Id, Server Server) CallerOf(string id, Installation installation) =>
        id.Split('/', 2) is [var fqdn, var number] && Guid.TryParse(number, out var guid)
        && installation.Find(fqdn) is { } server && ProductFeatures.Partners.Contains(server.Product)
            ? (Identity.Of(server.Fqdn, guid.ToString("D")), server)
            : throw new FaultException(
                FaultCatalogue.ImportIdInvalid(id, "\"fqdn/guid\", with the fqdn of a configured server that can call others"));

    /// <summary>Nothing but the calling server is known of a check from elsewhere: it is taken to be for the first configured mailbox, and of a
    /// server that only probes to be a call to the first other server that takes tokens.</summary>
    private static PropertyMap ImportedInputs(string id, Server server, Installation installation)
    {
        if (installation.Mailboxes.IsEmpty)
        {
            throw new FaultException(FaultCatalogue.CheckNotImportable(id));
        }

        var inputs = ConnectivityCheckInputs.Write(server, installation.Mailboxes[0]);
        if (ProductFeatures.StorageChecks.Contains(server.Product))
        {
            return inputs;
        }

        var target = installation.Servers.Values.FirstOrDefault(other => other != server && ProductFeatures.Partners.Contains(other.Product));
        return ConnectivityCheckInputs.WithProbe(inputs, target);
    }

    private static ResourceState StateOf(string id, PropertyMap inputs, ConnectivityReport report) =>
        new(id, inputs, ConnectivityCheckOutputs.Of(report));
}
