using PartnerTrust.Engines.Contract.Capabilities;

namespace PartnerTrust.Engines.Tracing;

internal sealed class TracedRestarter(IServiceRestarter restarter) : IServiceRestarter
{
    public Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        EngineSpan.AroundAsync($"Restart {request.Scope}", string.Join(' ', request.Servers), async () =>
        {
            await restarter.RestartAsync(request, progress, cancellationToken);
            return request;
        });
}
