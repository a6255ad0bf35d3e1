namespace Pulumi.Tests;

/// <summary>Runs a program as the language host would, in this process.</summary>
internal static class ProgramLauncher
{
    public static async Task<int> RunAsync(this FakeEngine engine, Func<Task<int>> program, string config = "{}")
    {
        var settings = new Dictionary<string, string?>
        {
            ["PULUMI_MONITOR"] = engine.Address,
            ["PULUMI_ENGINE"] = engine.Address,
            ["PULUMI_PROJECT"] = "shop",
            ["PULUMI_STACK"] = "dev",
            ["PULUMI_DRY_RUN"] = engine.Preview ? "true" : "false",
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = "8",
            ["PULUMI_CONFIG"] = config,
        };
        try
        {
            foreach (var (name, value) in settings)
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            return await program();
        }
        finally
        {
            Environment.ExitCode = 0;
            foreach (var name in settings.Keys)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
