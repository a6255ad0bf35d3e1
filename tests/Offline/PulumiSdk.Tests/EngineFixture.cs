namespace Pulumi.Tests;

/// <summary>Programs find their engine in the environment, so those tests run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EngineFixture
{
    public const string Name = "engine";
}
