namespace PartnerTrust.Deployment.State;

/// <summary>A step that was begun: <c>creating</c>, <c>updating</c>, <c>deleting</c>, <c>reading</c> or <c>importing</c>.</summary>
public sealed record PendingOperation(string Type, ResourceState Resource);
