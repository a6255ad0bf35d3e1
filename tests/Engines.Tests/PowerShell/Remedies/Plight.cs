using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <param name="stage">Where it happens; its own to dispose.</param>
/// <param name="tell">What is to be done there.</param>
/// <param name="follow">What is done about it.</param>
internal sealed class Plight<T>(T stage, Func<T, Task<ImmutableArray<Fault>>> tell, Func<T, Task> follow) : IPlight
    where T : IAsyncDisposable
{
    public Task<ImmutableArray<Fault>> TellAsync() => tell(stage);

    public Task FollowAsync() => follow(stage);

    public ValueTask DisposeAsync() => stage.DisposeAsync();
}
