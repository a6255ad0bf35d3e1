namespace PartnerTrust.Testing.Basics;

/// <summary>The culture in which tests are to run, where they are run in another than usual: a test of each such project holds that they
/// do.</summary>
public static class AskedCulture
{
    /// <summary>Null where none is asked for.</summary>
    public static string? Name { get; } = Environment.GetEnvironmentVariable("PARTNERTRUST_CULTURE");
}
