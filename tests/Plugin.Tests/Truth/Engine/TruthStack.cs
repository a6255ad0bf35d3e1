using PartnerTrust.Plugin.Tests.Truth.Closing;
using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>A stack and its commands: as with the real engine every command has an engine address and plugins of its own, one for each
/// provider resource (pulumi-protocol.md 1.4).</summary>
internal sealed class TruthStack(IPluginStarter starter)
{
    private readonly TruthState state = new();
    private byte updates;

    /// <summary>Of the last update.</summary>
    public PropertyMap Settings { get; private set; } = PropertyMap.Empty;

    public string Folder { get; } = Folders.Make("truth");

    public string DataDirectory => Path.Combine(Folder, ".partnertrust", "dev");

    public Task<TruthRun> PreviewAsync(TruthProgram program) => RunAsync(program, isPreview: true, Unwatched);

    /// <summary>Watched by a plugin that has no part in it, where there is anything to watch.</summary>
    /// <param name="program">The program.</param>
    /// <param name="follows">Whether after each operation, too, or after removals alone.</param>
    public async Task<(TruthRun Run, IReadOnlyList<TruthMoment> Moments)> UpAsync(TruthProgram program, bool follows)
    {
        if (!follows && !MayRemove(program))
        {
            return (await RunAsync(program, isPreview: false, Unwatched), []);
        }

        (TruthRun Run, IReadOnlyList<TruthMoment> Moments) watched = default;
        await WithPluginsAsync(1, program.Settings, async (plugins, _) =>
        {
            var inquiry = new TruthInquiry(new TruthCalls(plugins, isPreview: false, updates));
            var watch = new TruthWatch(inquiry, TruthCall.AllIn(program.Settings), follows);
            watched = (await RunAsync(program, isPreview: false, watch.LookAsync), watch.Moments);
        });
        return watched;
    }

    /// <summary>With the settings of the last update, as those are in the state.</summary>
    public async Task<TruthRefresh> RefreshAsync()
    {
        TruthRefresh? refresh = null;
        await WithPluginsAsync(state.Providers, Settings, async (plugins, _) =>
        {
            refresh = new TruthRefresh(state, new TruthCalls(plugins, isPreview: false, updates));
            await refresh.RunAsync();
        });
        return refresh!;
    }

    /// <summary>What calls meet, asked without a plan, so that nothing is written.</summary>
    public async Task<IReadOnlyDictionary<TruthCall, Verdict>> AskAsync(PropertyMap configured)
    {
        var met = new Dictionary<TruthCall, Verdict>();
        await WithPluginsAsync(1, configured, async (plugins, _) =>
            met = await new TruthInquiry(new TruthCalls(plugins, isPreview: true, updates)).ExplainAsync(TruthCall.AllIn(configured)));
        return met;
    }

    /// <summary>What is true after an update that did all of a program, beside what calls met before.</summary>
    public async Task<TruthFacts> InspectAsync(TruthRun run, IReadOnlyDictionary<TruthCall, Verdict> before)
    {
        var checks = run.Turns.Values.Where(turn => Foreseen.IsCheck(turn) && turn.Step == TruthStep.Same).Select(turn => state.Find(turn.Name)!);
        TruthFacts? facts = null;
        await WithPluginsAsync(1, Settings, async (plugins, _) =>
        {
            var inquiry = new TruthInquiry(new TruthCalls(plugins, isPreview: false, updates));
            facts = new TruthFacts(before, await inquiry.ExplainAsync(TruthCall.AllIn(Settings)), await inquiry.MakeAsync(checks));
        });
        return facts!;
    }

    private async Task<TruthRun> RunAsync(TruthProgram program, bool isPreview, Func<string, TruthMomentKind, Task> done)
    {
        TruthRun? run = null;
        await WithPluginsAsync(Math.Max(program.Providers, state.Providers), program.Settings, async (plugins, engine) =>
        {
            run = new TruthRun(isPreview ? state.Copy() : state, new TruthCalls(plugins, isPreview, updates), engine, isPreview) { Done = done };
            await run.RunAsync(program);
        });
        (Settings, updates) = isPreview ? (Settings, updates) : (program.Settings, (byte)(updates + 1));
        return run!;
    }

    private static Task Unwatched(string urn, TruthMomentKind kind) => Task.CompletedTask;

    /// <summary>Whether the stack has what the program does not name; the children of a component are named by it alone.</summary>
    private bool MayRemove(TruthProgram program) =>
        state.Entries.ExceptBy(program.Resources.Select(resource => resource.Key), entry => entry.Key).Any();

    private async Task WithPluginsAsync(int providers, PropertyMap configured, Func<List<IStartedPlugin>, RecordingEngine, Task> command)
    {
        await using var engine = await RecordingEngine.StartAsync();
        var plugins = new List<IStartedPlugin>();
        try
        {
            for (var provider = 0; provider < providers; provider++)
            {
                plugins.Add(await StartAsync(engine, configured, provider));
            }

            await command(plugins, engine);
            foreach (var plugin in plugins)
            {
                await plugin.Client.CancelAsync(CancellationToken.None);
            }
        }
        finally
        {
            foreach (var plugin in plugins)
            {
                await plugin.DisposeAsync();
            }
        }
    }

    private async Task<IStartedPlugin> StartAsync(RecordingEngine engine, PropertyMap configured, int provider)
    {
        var plugin = await starter.StartAsync(engine.Address, Folder, CancellationToken.None);
        var name = provider == 0 ? "default" : $"provider{provider}";
        var urn = $"urn:pulumi:dev::trust::pulumi:providers:partnertrust::{name}";
        await plugin.Client.HandshakeAsync(
            new ProviderHandshakeRequest
            {
                EngineAddress = engine.Address,
                RootDirectory = Folder,
                ProgramDirectory = Folder,
                ConfigureWithUrn = true,
                SupportsRefreshBeforeUpdate = true,
                InvokeWithPreview = true,
            },
            CancellationToken.None);
        var config = await plugin.Client.CheckConfigAsync(
            new CheckRequest { Urn = urn, Olds = PropertyCodec.Encode(PropertyMap.Empty), News = PropertyCodec.Encode(configured) },
            CancellationToken.None);
        Assert.Empty(config.Failures.Select(failure => failure.Reason));
        await plugin.Client.ConfigureAsync(
            new ConfigureRequest
            {
                Args = config.Inputs,
                AcceptSecrets = true,
                AcceptResources = true,
                SendsOldInputs = true,
                SendsOldInputsToDelete = true,
                Urn = urn,
                Name = name,
                Type = "pulumi:providers:partnertrust",
                Id = $"00000000-0000-0000-0000-00000000000{provider}",
            },
            CancellationToken.None);
        return plugin;
    }
}
