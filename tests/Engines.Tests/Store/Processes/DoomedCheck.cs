using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Tests.Fixtures;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>A connectivity check that kills its process once its item is written.</summary>
internal static class DoomedCheck
{
    public static async Task RunAsync(string directory)
    {
        var options = new EngineOptions([Installation.Lync, Installation.Exchange], [Installation.Mailbox], directory);
        await using var engine = await EmbeddedEngine.OpenAsync(options, new FakeTimeProvider(Certificates.Now), NullLoggerFactory.Instance, default);
        await engine.CheckConnectivityAsync(CheckRequests.Storage(), new Death(), default);
    }

    private sealed class Death : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == "Reading the item back")
            {
                System.Diagnostics.Process.GetCurrentProcess().Kill();
            }
        }
    }
}
