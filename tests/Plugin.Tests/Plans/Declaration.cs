namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>How the program declares a node, and since when.</summary>
internal sealed record Declaration(int Variant, NodeOptions Options, DateTimeOffset Since);
