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
        var options = new EmbeddedOptions([Installation.Lync, Installation.Exchange], [Installation.Mailbox], directory);
        await using var engine = EmbeddedEngine.Open(options, new FakeTimeProvider(Certificates.Now), NullLoggerFactory.Instance);
        await engine.Tester.CheckAsync(CheckRequests.Storage(), new Death(), default);
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
