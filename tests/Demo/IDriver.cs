namespace PartnerTrust.Demo;

/// <summary>What deploys the stack: the pulumi CLI, or the host that stands in for it.</summary>
public interface IDriver
{
    string Name { get; }

    Task<Outcome> PreviewAsync();

    Task<Outcome> UpAsync();

    Task<Outcome> RefreshAsync();

    Task<Outcome> DestroyAsync();

    Task<string?> OutputAsync(string name);
}
