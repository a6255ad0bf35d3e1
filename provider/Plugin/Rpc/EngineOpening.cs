using PartnerTrust.Engines;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Opens the engine that the configuration names.</summary>
public static class EngineOpening
{
    public static async Task<ITrustEngine> OpenAsync(Installation installation, SessionEnvironment environment, CancellationToken cancellationToken)
    {
        if (installation.Engine != Installation.Embedded)
        {
            throw new FaultException(FaultCatalogue.EngineUnavailable(installation.Engine));
        }

        var options = installation.Options with { MakeKey = environment.MakeKey };
        return await EmbeddedEngine.OpenAsync(options, environment.Time, environment.Logs, cancellationToken);
    }
}
