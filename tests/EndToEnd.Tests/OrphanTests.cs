using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>A plugin ends with its engine, however early that ends, and lives as long as it.</summary>
public sealed class OrphanTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [SkippableTheory]
    [InlineData("0")]
    [InlineData("0.002")]
    [InlineData("0.005")]
    [InlineData("0.02")]
    [InlineData("0.2")]
    public async Task A_plugin_whose_engine_dies_while_it_starts_ends_by_itself(string seconds)
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "The engine of this test is a Unix shell.");
        using var listener = Listen();
        var address = $"{listener.LocalEndpoint}";
        listener.Stop();

        using var engine = Shell($"\"$@\" & [ {seconds} = 0 ] || sleep {seconds}", address);

        // The pipe ends when the last process that holds it does.
        await engine.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
    }

    [SkippableFact]
    public async Task A_plugin_whose_parent_went_stays_while_the_engine_listens()
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "The parent of this test is a Unix shell.");
        using var engine = Listen();
        using var parent = Shell("\"$@\" &", $"{engine.LocalEndpoint}");
        var port = int.Parse(await parent.StandardOutput.ReadLineAsync() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        await parent.WaitForExitAsync();

        // The plugin has looked, and decided, when it has asked for the engine a second time.
        for (var look = 0; look < 2; look++)
        {
            (await engine.AcceptTcpClientAsync().WaitAsync(Patience)).Dispose();
        }

        using (var channel = new GrpcChannel($"127.0.0.1:{port}"))
        {
            Assert.NotEqual("", (await new ResourceProviderClient(channel).GetPluginInfoAsync(CancellationToken.None)).Version);
        }

        engine.Stop();
        await parent.StandardOutput.ReadToEndAsync().WaitAsync(Patience);
    }

    /// <summary>That interrupts are ignored is inherited: by what a script starts in the background, say.</summary>
    [SkippableFact]
    public async Task A_plugin_that_no_signal_reaches_ends_once_it_was_cancelled_and_left()
    {
        Checkout.RequirePlugin();
        Skip.If(OperatingSystem.IsWindows(), "The parent of this test is a Unix shell.");
        using var engine = Listen();
        using var plugin = Shell("trap '' INT; exec \"$@\"", $"{engine.LocalEndpoint}");
        var port = int.Parse(await plugin.StandardOutput.ReadLineAsync() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);

        using (var channel = new GrpcChannel($"127.0.0.1:{port}"))
        {
            await new ResourceProviderClient(channel).CancelAsync(CancellationToken.None);
        }

        await plugin.WaitForExitAsync().WaitAsync(Patience);
        Assert.Equal(0, plugin.ExitCode);
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static Process Shell(string script, string address) =>
        Process.Start(new ProcessStartInfo("sh", ["-c", script, "sh", Checkout.Plugin, address]) { RedirectStandardOutput = true })!;
}
