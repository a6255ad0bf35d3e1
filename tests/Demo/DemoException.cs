namespace PartnerTrust.Demo;

/// <summary>A step did not say what it should have said.</summary>
public sealed class DemoException(string message) : Exception(message);
