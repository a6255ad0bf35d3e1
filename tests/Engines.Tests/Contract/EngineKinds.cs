using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Testing;

namespace PartnerTrust.Engines.Tests.Contract;

public sealed class EmbeddedContractTests : EngineContractTests
{
    private protected override ITrustEngine Open() => Installation.OpenAnother();
}

public sealed class ShadowContractTests : EngineContractTests
{
    private protected override ITrustEngine Open() => ShadowEngine.Over(Installation.Engine, Installation.ShadowOptions, Installation.Time);
}

/// <summary>An engine that is no store.</summary>
public sealed class RemoteContractTests : EngineContractTests
{
    private protected override ITrustEngine Open() => new RemoteEngine(Installation.Engine, Installation.Directory);
}

/// <summary>A copy of an engine that is no store.</summary>
public sealed class ShadowOfRemoteContractTests : EngineContractTests
{
    private protected override ITrustEngine Open() => ShadowEngine.Over(
        new RemoteEngine(Installation.Engine, Installation.Directory), Installation.ShadowOptions, Installation.Time);
}
