using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>A situation that the engine tells of until somebody does what it says.</summary>
internal interface IPlight : IAsyncDisposable
{
    /// <summary>Does what is to be done, and says what was told: nothing once it succeeds without a word.</summary>
    Task<ImmutableArray<Fault>> TellAsync();

    Task FollowAsync();
}
