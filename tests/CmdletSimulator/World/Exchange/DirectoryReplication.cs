using System.Collections.Concurrent;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>What one domain controller has and the others have not yet (powershell.md 4): a read elsewhere just finds nothing.</summary>
public sealed class DirectoryReplication
{
    private readonly ConcurrentDictionary<string, string> fresh = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether new objects stay where they were made until <see cref="Replicate"/>. Calls that name no domain controller then write on the
    /// first and read on the second.</summary>
    public bool Lags { get; set; }

    public void Replicate() => fresh.Clear();

    internal void Made(string key, string domainController)
    {
        if (Lags)
        {
            fresh[key] = domainController;
        }
    }

    internal bool IsOn(string key, string domainController) =>
        !fresh.TryGetValue(key, out var only) || only.Equals(domainController, StringComparison.OrdinalIgnoreCase);
}
