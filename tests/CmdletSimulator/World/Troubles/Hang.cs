using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Troubles;

/// <summary>Keeps a call waiting until it is released, or its cmdlet stopped. A stopped one is not done afterwards.</summary>
public sealed class Hang : Trouble
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when a call hangs here.</summary>
    public Task Reached => reached.Task;

    public void Release() => released.TrySetResult();

    internal override async Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken)
    {
        if (!AfterDeed)
        {
            await WaitAsync(cancellationToken);
        }

        return null;
    }

    internal override async Task<PlayedAnswer> AfterAsync(PlayedAnswer answer, CancellationToken cancellationToken)
    {
        if (AfterDeed)
        {
            await WaitAsync(cancellationToken);
        }

        return answer;
    }

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        reached.TrySetResult();
        await released.Task.WaitAsync(cancellationToken);
    }
}
