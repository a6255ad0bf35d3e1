namespace PartnerTrust.Demo;

/// <summary>What deploys the stack: the pulumi CLI, or the host that stands in for it.</summary>
public interface IDriver
{
    string Name { get; }

    /// <summary>Whether a preview's steps tell which resources were read anew before they were compared.</summary>
    bool TellsRefreshes { get; }

    Task<Outcome> PreviewAsync();

    Task<Outcome> UpAsync();

    Task<Outcome> RefreshAsync();

    Task<Outcome> DestroyAsync();

    Task<string?> OutputAsync(string name);
}
