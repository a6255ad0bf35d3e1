using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Session;

/// <summary>Opens the engine that the configuration names.</summary>
public static class EngineOpening
{
    public static Task<ITrustEngine> OpenAsync(Installation installation, SessionEnvironment environment, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (installation.Engine != EngineNames.Embedded)
        {
            throw new FaultException(FaultCatalogue.EngineUnavailable(installation.Engine));
        }

        var options = new EmbeddedOptions([.. installation.Servers.Values], installation.Mailboxes, installation.DataDirectory ?? "")
        {
            MakeKey = environment.MakeKey,
        };
        return Task.FromResult<ITrustEngine>(EmbeddedEngine.Open(options, environment.Time, environment.Logs));
    }
}
