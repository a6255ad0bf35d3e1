namespace PartnerTrust.Engines.Contract.Capabilities;

public interface IServiceRestarter
{
    /// <summary>Restarts what holds old configuration, because the stack asked for it.</summary>
    Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken);
}
