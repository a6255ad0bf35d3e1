using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Embedded;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>A connectivity check that kills its process once its item is written.</summary>
internal static class DoomedCheck
{
    public static async Task RunAsync(string directory)
    {
        var options = new EmbeddedOptions([Estate.Lync, Estate.Exchange], [Estate.Ken], directory);
        await using var engine = EmbeddedEngine.Open(options, new FakeTimeProvider(Certs.Now), NullLoggerFactory.Instance);
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
