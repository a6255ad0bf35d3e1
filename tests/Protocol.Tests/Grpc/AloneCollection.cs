namespace PartnerTrust.Protocol.Tests.Grpc;

/// <summary>For tests that measure what all of the process does: nothing else runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
