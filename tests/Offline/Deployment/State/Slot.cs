namespace PartnerTrust.Deployment.State;

/// <summary>A place in the state: its resource changes, its key does not.</summary>
public sealed record Slot(int Key, ResourceState State);
