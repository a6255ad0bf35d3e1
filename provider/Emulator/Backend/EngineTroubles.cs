using System.Collections.Concurrent;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Backend;

/// <summary>What befell the store while the hosts answered from it. Who calls them sees a 500 or a broken connection, as of any server; whoever
/// watches learns that the engine failed and not the trust.</summary>
internal sealed class EngineTroubles
{
    private readonly ConcurrentDictionary<Watch, bool> watches = new();

    public Watch Begin()
    {
        var watch = new Watch(this);
        watches[watch] = true;
        return watch;
    }

    public void Note(Exception failure)
    {
        if (failure is not FaultException { Faults: [{ IsOfEngine: true }, ..] } trouble)
        {
            return;
        }

        foreach (var watch in watches.Keys)
        {
            watch.Met = trouble;
        }
    }

    /// <summary>One check that is to hear of them.</summary>
    internal sealed class Watch(EngineTroubles owner) : IDisposable
    {
        private volatile FaultException? met;

        /// <summary>The last one since the watch began; null when there was none.</summary>
        public FaultException? Met
        {
            get => met;
            set => met = value;
        }

        public void Dispose() => owner.watches.TryRemove(this, out _);
    }
}
