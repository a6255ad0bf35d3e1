using System.Collections.Concurrent;
using PartnerTrust.Engines.PowerShell.Openings;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>One shell a server, each opened when it is first needed.</summary>
/// <param name="targetOf">Where a server's cmdlets run, by fqdn.</param>
internal sealed class SessionPool(Func<string, ShellTarget> targetOf, Timeouts limits, ITranscript transcript, TimeProvider wall) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ShellSession> sessions = new(StringComparer.Ordinal);

    public ICmdletRunner this[string server] => sessions.GetOrAdd(server, name => Session(targetOf(name)));

    /// <summary>Another shell by the same command line, and with the user's modules, which is the caller's to dispose.</summary>
    public ShellSession OpenBeside(string server, ProductOpening opening)
    {
        var target = targetOf(server);
        return Session(target with { Opening = opening with { Modules = target.Opening.Modules } });
    }

    /// <summary>Ends the server's shell; the next call opens another.</summary>
    public Task CloseAsync(string server) => sessions.TryGetValue(server, out var session) ? session.CloseAsync() : Task.CompletedTask;

    public async ValueTask DisposeAsync() => await Task.WhenAll(sessions.Values.Select(session => session.DisposeAsync().AsTask()));

    private ShellSession Session(ShellTarget target) => new(target, limits, transcript, wall);
}
