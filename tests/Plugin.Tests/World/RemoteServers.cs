using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Testing;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Servers whose way breaks when a test wants it to.</summary>
internal sealed class RemoteServers : FarServers
{
    /// <summary>The way to them.</summary>
    public RemoteEngine Engine { get; private set; } = null!;

    protected override ITrustEngine OpenWay(Installation installation, SessionEnvironment environment) =>
        Engine ??= new RemoteEngine(Servers, installation.Directory);
}
