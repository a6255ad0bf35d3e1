using System.Diagnostics;

namespace PartnerTrust.Demo;

/// <summary>The operator who changes a server and tells nobody.</summary>
internal sealed class Lab(string plugin, string dataDirectory)
{
    /// <summary>The command as a user would type it.</summary>
    public string Command(string server) => $"bin/pulumi-resource-partnertrust lab roll --server {server} --data {dataDirectory}";

    public async Task<string> RollAsync(string server)
    {
        var start = new ProcessStartInfo(plugin, ["lab", "roll", "--server", server, "--data", dataDirectory])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new DemoException("the plugin did not start");
        var errors = process.StandardError.ReadToEndAsync();
        var text = await process.StandardOutput.ReadToEndAsync() + await errors;
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? text : throw new DemoException($"rolling the certificate failed: {text}");
    }
}
