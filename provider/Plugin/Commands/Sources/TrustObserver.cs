using PartnerTrust.Emulator.Lab;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>Looks at a trust where it is kept, and changes nothing.</summary>
internal sealed class TrustObserver(CommandSurroundings around)
{
    /// <summary>Whether it is told what is read, while it is.</summary>
    public bool TellsProgress { get; init; }

    /// <summary>The trust that a command is about.</summary>
    public async Task<Observation> ObserveAsync(SourceRequest request, CancellationToken cancellationToken) =>
        await ObserveAsync(await new TrustPlaces(around).FindAsync(request, cancellationToken), cancellationToken);

    public Task<Observation> ObserveAsync(TrustPlace place, CancellationToken cancellationToken) => place switch
    {
        TrustPlace.Store store => ObserveAsync(store, cancellationToken),
        TrustPlace.Servers servers => ObserveAsync(servers, cancellationToken),
        TrustPlace.StateFile state => new StackFileObserver(around).ReadStateAsync(state.Path, cancellationToken),
        _ => throw new ArgumentException("A place of no known kind.", nameof(place)),
    };

    /// <summary>What the emulated servers keep is all there is, unless somebody told them to fail: then they are asked themselves.</summary>
    private async Task<Observation> ObserveAsync(TrustPlace.Store store, CancellationToken cancellationToken)
    {
        await using var lab = await EmbeddedLab.OpenAsync(store.Directory, around.Time, around.Logs, cancellationToken);
        var state = await lab.ReadStateAsync(cancellationToken);
        var observation = new Observation($"the data directory {store.Directory}", state, lab.Time.GetUtcNow());
        var switched = await lab.Faults.ListAllAsync(cancellationToken);
        if (switched.IsEmpty)
        {
            return observation;
        }

        var options = new EmbeddedOptions([.. lab.Servers], lab.Mailboxes, store.Directory);
        await using var engine = EmbeddedEngine.Open(options, lab.Time, around.Logs);
        var seen = await new TrustSights(engine).LookAsync(observation, cancellationToken);
        return observation with { Sights = [.. switched.Select(LabSights.Of), .. seen] };
    }

    private async Task<Observation> ObserveAsync(TrustPlace.Servers servers, CancellationToken cancellationToken)
    {
        var environment = new SessionEnvironment(
            PackageSchema.BuiltIn, around.Time, around.Logs, around.Environment, Directory.GetCurrentDirectory());
        await using var engine = await around.OpenEngine(servers.Installation, environment, cancellationToken);
        IProgress<string> progress = TellsProgress ? new Progress(around.Messages) : Silence.Instance;
        var whole = await WholeTrust.ReadAsync(engine, servers.Installation.Directory, progress, cancellationToken);
        var observation = new Observation($"the servers of {servers.Told}", whole.State, around.Time.GetUtcNow())
        {
            Unread = [.. whole.Unread.Select(unread => new UnreadServer(unread.Server, unread.Fault))],
        };
        return observation with { Sights = [.. await new TrustSights(engine).LookAsync(observation, cancellationToken)] };
    }

    /// <summary>What is read is told as it is: real servers take their time.</summary>
    private sealed class Progress(TextWriter messages) : IProgress<string>
    {
        public void Report(string value) => messages.WriteLine(value);
    }
}
