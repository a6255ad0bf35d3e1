using System.Collections.Immutable;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>A call from one server to another, made for real. Id: <c>fqdn/guid</c>. It keeps nothing on any server: reading it asks and presents
/// a token, and writes nothing.</summary>
internal sealed class ConnectivityCheck : ResourceType
{
    public override string Name => "ConnectivityCheck";

    public override void Check(ResourceCheck check)
    {
        var inputs = check.Inputs;
        var server = check.Server("server", "a connectivity check", ProductFeatures.Partners);
        var target = inputs.Text("method") == "storage"
            ? check.Server("target", "a mailbox to write to", ServerProduct.ExchangeServer)
            : check.Server("target", "an endpoint that accepts tokens");
        CheckProduct(check, server, target);

        if (inputs.TryText("sipUri", out var address) && !SipUris.IsValid(address))
        {
            check.Refuse(FaultCatalogue.SipUriInvalid("sipUri", address));
        }

        if (inputs.Text("binding") == "NetTCP" && !inputs.Has("hostNameStorageService"))
        {
            check.Refuse(FaultCatalogue.NeedsOther("binding", "hostNameStorageService"));
        }

        if (inputs.TryText("hostNameStorageService", out var host) && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            check.Refuse(FaultCatalogue.HostNameInvalid("hostNameStorageService", host));
        }
    }

    private static void CheckProduct(ResourceCheck check, Server? server, Server? target)
    {
        var inputs = check.Inputs;
        check.OnlyFor(ProductFeatures.StorageChecks, server, "binding", inputs.Has("binding"));
        check.OnlyFor(ProductFeatures.StorageChecks, server, "hostNameStorageService", inputs.Has("hostNameStorageService"));
        if (server is null || server == target)
        {
            check.Refuse(server is null ? [] : [FaultCatalogue.CallToItself(server.Fqdn)], "target");
            return;
        }

        var storesItems = ProductFeatures.StorageChecks.Contains(server.Product);
        if (!storesItems && inputs.Text("method") == "storage")
        {
            check.Refuse(FaultCatalogue.ValueNotForProduct("method", "storage", server.Product, ProductFeatures.StorageChecks, "probe"));
        }

        if (!storesItems && !inputs.Has("target"))
        {
            check.Refuse(FaultCatalogue.NeededByProduct("target", server.Product, "the server to call"));
        }
    }

    /// <summary>A check that failed is run again by the next update, unless a failure is only worth a warning.</summary>
    public override Task CompareAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        if (comparison.OldOutputs.Flag("succeeded") is false && comparison.NewInputs.Text("onFailure") is not "warn")
        {
            comparison.AddDrift("succeeded");
        }

        return Task.CompletedTask;
    }

    public override PropertyMap Foresee(ResourcePlan plan) => PropertyMap.Empty;

    public override ImmutableArray<string> InputsBesideTheTrust => ["triggers", "onFailure", "deleteItem", "binding", "hostNameStorageService"];

    /// <summary>Nothing is called: the evaluator says what the call will meet, and that is told, not promised.</summary>
    public override async Task<ResourceState?> PlanAsync(ResourcePlan plan, Operation operation)
    {
        var request = RequestOf(plan.Inputs);
        var report = await CheckAsync(request, operation);
        await CheckVerdict.TellAsync(request, report, operation);
        return null;
    }

    public override Task<ResourceState> CreateAsync(PropertyMap inputs, Operation operation) =>
        RunAsync(Identity.Of(inputs.Text("server")!, Guid.NewGuid().ToString("D")), inputs, operation);

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var (id, server) = CallerOf(lookup.Id, operation.Installation);
        var inputs = lookup.IsImport ? ImportedInputs(id, server, operation.Installation) : lookup.Inputs;
        var request = RequestOf(inputs) with { Method = ConnectivityMethod.Probe };
        var report = await CheckAsync(request, operation);
        if (Reason(id, report) is { } reason)
        {
            await operation.WarnAsync(reason with { IsWarning = true });
        }

        return IsAsRecorded(report, lookup.Outputs) ? new ResourceState(id, inputs, lookup.Outputs.Except(inputs)) : StateOf(id, inputs, report);
    }

    public override Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation) =>
        RunAsync(change.Id, change.NewInputs, operation);

    public override Task DeleteAsync(ResourceLookup lookup, Operation operation) => Task.CompletedTask;

    private static async Task<ResourceState> RunAsync(string id, PropertyMap inputs, Operation operation)
    {
        var report = await CheckAsync(RequestOf(inputs), operation);
        var state = StateOf(id, inputs, report);
        if (Reason(id, report) is not { } reason)
        {
            return state;
        }

        if (inputs.Text("onFailure") != "warn")
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

    /// <summary>Whether a probe met what was met before. A check that wrote an item, and holds, has more to tell than a probe that holds too.</summary>
    private static bool IsAsRecorded(ConnectivityReport report, PropertyMap outputs) => report.Succeeded
        ? outputs.Flag("succeeded") is true
        : outputs.Flag("succeeded") is false && Failed(WireForms.Steps(report.Steps)) == Failed(outputs.GetValueOrDefault("steps", PropertyValue.Null));

    private static (string? Name, string? Code)? Failed(PropertyValue steps) =>
        PropertyMap.Of(("steps", steps)).Maps("steps").FirstOrDefault(step => step.Flag("succeeded") is false) is { } failed
            ? (failed.Text("name"), failed.Text("code"))
            : null;

    private static (string Id, Server Server) CallerOf(string id, Installation installation) =>
        id.Split('/', 2) is [var fqdn, var number] && Guid.TryParse(number, out var guid)
        && installation.Find(fqdn) is { } server && ProductFeatures.Partners.Contains(server.Product)
            ? (Identity.Of(server.Fqdn, guid.ToString("D")), server)
            : throw new FaultException(FaultCatalogue.ImportIdInvalid(id, "\"fqdn/guid\", with the fqdn of a configured server that can call others"));

    /// <summary>Nothing but the calling server is known of a check from elsewhere: it is taken to be for the first configured mailbox, and of a
    /// server that only probes to be a call to the first other server that takes tokens.</summary>
    private static PropertyMap ImportedInputs(string id, Server server, Installation installation)
    {
        if (installation.Mailboxes.IsEmpty)
        {
            throw new FaultException(FaultCatalogue.CheckNotImportable(id));
        }

        var inputs = PropertyMap.Of(("server", server.Fqdn), ("sipUri", installation.Mailboxes[0].SipUri));
        if (ProductFeatures.StorageChecks.Contains(server.Product))
        {
            return inputs;
        }

        var target = installation.Servers.Values.FirstOrDefault(other => other != server && ProductFeatures.Partners.Contains(other.Product));
        return inputs.Set("method", "probe").SetIf("target", target?.Fqdn);
    }

    private static ConnectivityRequest RequestOf(PropertyMap inputs) => new(
        Fqdns.Normalize(inputs.Text("server")!),
        inputs.TryText("target", out var target) ? Fqdns.Normalize(target) : null,
        SipUris.Normalize(inputs.Text("sipUri")!),
        Enum.TryParse<StorageFolder>(inputs.Text("folder"), out var folder) ? folder : StorageFolder.ConversationHistory,
        inputs.Flag("deleteItem") ?? true,
        inputs.Text("method") == "probe" ? ConnectivityMethod.Probe : ConnectivityMethod.Storage,
        inputs.Text("binding"),
        inputs.Text("hostNameStorageService"));

    private static ResourceState StateOf(string id, PropertyMap inputs, ConnectivityReport report) => new(
        id,
        inputs,
        PropertyMap.Of(("succeeded", report.Succeeded), ("steps", WireForms.Steps(report.Steps)))
            .Set("itemId", report.ItemId ?? PropertyValue.Null));
}
