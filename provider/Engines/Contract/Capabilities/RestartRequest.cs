using System.Collections.Immutable;

namespace PartnerTrust.Engines.Contract.Capabilities;

public sealed record RestartRequest(RestartScope Scope, ImmutableArray<string> Servers);

public enum RestartScope
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The application pools that hold the old configuration.</summary>
    AppPools,

    /// <summary>All of IIS: clients are interrupted.</summary>
    Iis,
}
