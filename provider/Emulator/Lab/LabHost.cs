using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Listening;

namespace PartnerTrust.Emulator.Lab;

/// <summary>The hosts as a long-lived process that people and tools can visit.</summary>
internal sealed class LabHost(LabSite site, IHostBackend backend, IHostFaults faults, TimeProvider time, ILoggerFactory logs)
{
    public async Task ServeAsync(int pagePort, Action<LabAddresses> started, CancellationToken cancellationToken)
    {
        var application = new LabApplication(site, backend, faults, time, logs.CreateLogger<LabHost>());
        var page = await LoopbackListener.StartAsync(pagePort, null, application, logs, cancellationToken);
        await using var _ = page;
        started(new LabAddresses(new Uri($"http://127.0.0.1:{page.Port}/"), site.HttpsPort));
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
