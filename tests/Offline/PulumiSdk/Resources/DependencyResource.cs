namespace Pulumi;

/// <summary>A resource that somebody else registered, here only something to depend on.</summary>
internal sealed class DependencyResource(string urn) : CustomResource(urn);
