namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The pulumi CLI. Where it is installed and the programs are built on the NuGet package, the READMEs are typed to it; elsewhere to
/// the deployment host, which takes the same commands.</summary>
internal static class PulumiCli
{
#if PULUMI_PACKAGE
    public static bool IsUsed { get; } = Checkout.IsOnPath("pulumi");
#else
    public static bool IsUsed => false;
#endif

    /// <summary>Nobody is asked, nothing is fetched, and what it writes stays in <paramref name="home"/>.</summary>
    public static (string Name, string Value)[] Environment(string home) =>
    [
        ("HOME", home),
        ("PULUMI_HOME", Path.Combine(home, ".pulumi")),
        ("PULUMI_BACKEND_URL", new Uri(home).AbsoluteUri),
        ("PULUMI_SKIP_CONFIRMATIONS", "true"),
        ("PULUMI_SKIP_UPDATE_CHECK", "true"),
        ("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true"),
    ];
}
