using System.Collections.Concurrent;
using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>The providers of one run: those that the program registers, the default ones that it leaves to the engine, and, where no program runs,
/// those of the state.</summary>
internal sealed class ProviderRegistry(DeploymentRun run) : IAsyncDisposable
{
    private const string DisabledKey = "pulumi:disable-default-providers";

    private readonly ConcurrentDictionary<string, Lazy<Task<Provider>>> byReference = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> defaults = new();

    public PluginHost Plugins { get; } = new(run);

    /// <summary>The provider of a reference: one of this run, else one of the state.</summary>
    public Task<Provider> GetAsync(string reference) =>
        byReference.GetOrAdd(reference, key => new Lazy<Task<Provider>>(() => RestoreAsync(key))).Value;

    /// <summary>The reference of the default provider of a package.</summary>
    public Task<string> GetDefaultAsync(string package, string version) =>
        defaults.GetOrAdd($"{package} {version}", _ => new Lazy<Task<string>>(() => RegisterDefaultAsync(package, version))).Value;

    /// <summary>Starts and configures the provider of a registration and decides what became of the old one.</summary>
    public async Task<(Slot Slot, DiffAnswer Diff)> RegisterAsync(Goal goal, string urn, Slot? old)
    {
        var connection = await Plugins.OpenAsync(Urns.Package(goal.Type));
        var settings = await ProviderConfiguration.CheckAsync(connection, urn, old?.State.Inputs ?? PropertyMap.Empty, goal.Inputs, run.Hard);
        var diff = old is null
            ? DiffAnswer.Unknown
            : await ProviderConfiguration.DiffAsync(connection, urn, old.State.Id, old.State.Inputs, old.State.Outputs, settings, run.Hard);
        var operation = Decide(old, diff);
        var state = goal.ToState(urn, run.Time.GetUtcNow()) with
        {
            Id = operation is StepOperation.Create or StepOperation.CreateReplacement ? NewId() : old!.State.Id,
            Inputs = settings,
            Outputs = settings.Remove("__internal"),
            Created = old?.State.Created ?? run.Time.GetUtcNow(),
        };

        var configured = !settings.HasUnknown();
        if (configured)
        {
            await ProviderConfiguration.ConfigureAsync(connection, urn, state.Id, settings, run.Hard);
        }

        byReference[state.Reference] = new Lazy<Task<Provider>>(Task.FromResult(new Provider(connection, run.IsPreview, configured)));

        var slot = operation == StepOperation.CreateReplacement ? run.Journal.AddReplacing(state, old!) : run.Journal.Add(state, old);
        if (operation == StepOperation.CreateReplacement)
        {
            run.MarkReplaced(urn);
        }

        run.Report(operation, old?.State, state, diff);
        return (slot, diff);
    }

    public ValueTask DisposeAsync() => Plugins.DisposeAsync();

    private static StepOperation Decide(Slot? old, DiffAnswer diff) => old switch
    {
        null => StepOperation.Create,
        _ when diff.Changes == DiffResponse.Types.DiffChanges.DiffNone => StepOperation.Same,
        _ when diff.IsReplacement => StepOperation.CreateReplacement,
        _ => StepOperation.Update,
    };

    private string NewId() => run.IsPreview ? Unknowns.Text : Guid.NewGuid().ToString();

    private async Task<string> RegisterDefaultAsync(string package, string version)
    {
        if (IsDisabled(package))
        {
            throw new DeploymentException($"Default provider for '{package}' disabled: pass an explicit provider.");
        }

        var inputs = PropertyMap.Of(run.Configuration.Of(package).Select(setting => KeyValuePair.Create(
            setting.Key, setting.Value.IsSecret ? new SecretValue(setting.Value.Text) : (PropertyValue)setting.Value.Text)));
        if (version.Length > 0)
        {
            inputs = inputs.Set("version", version);
        }

        var goal = new Goal { Type = $"pulumi:providers:{package}", Name = DefaultName(version), Parent = "", Custom = true, Inputs = inputs };
        var urn = Urns.Make(run.Stack, run.Project.Name, "", goal.Type, goal.Name);
        var (slot, _) = await RegisterAsync(goal, urn, run.Olds.GetValueOrDefault(urn));
        run.Registered[urn] = new Registered(goal, slot, slot.State);
        return slot.State.Reference;
    }

    private static string DefaultName(string version) =>
        version.Length == 0 ? "default" : "default_" + version.Replace('.', '_').Replace('-', '_').Replace('+', '_');

    private bool IsDisabled(string package) =>
        run.Configuration.Values.TryGetValue(DisabledKey, out var disabled)
        && System.Text.Json.JsonSerializer.Deserialize<string[]>(disabled.Text) is { } names && (names.Contains("*") || names.Contains(package));

    private async Task<Provider> RestoreAsync(string reference)
    {
        var (urn, id) = Urns.OfReference(reference);
        var state = run.Journal.Current.Select(slot => slot.State).FirstOrDefault(state => state.Urn == urn && state.Id == id)
            ?? throw new DeploymentException($"the provider {urn} is not in the state");
        var connection = await Plugins.OpenAsync(Urns.Package(state.Type));
        await ProviderConfiguration.ConfigureAsync(connection, urn, id, state.Inputs, run.Hard);
        return new Provider(connection, run.IsPreview, configured: true);
    }
}
