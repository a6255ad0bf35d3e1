namespace PartnerTrust.Deployment;

/// <summary>Ctrl-C, once to stop after what is being done, twice to stop at once.</summary>
public sealed record Interruption(CancellationToken Stop, CancellationToken Terminate)
{
    public static Interruption None { get; } = new(CancellationToken.None, CancellationToken.None);
}
