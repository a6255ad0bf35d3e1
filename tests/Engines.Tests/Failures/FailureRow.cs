using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Failures;

/// <summary>How a row of domain.md 8 is produced and detected.</summary>
/// <param name="Number">The row.</param>
/// <param name="How">What goes wrong.</param>
/// <param name="Produce">Does it to a whole and working trust.</param>
/// <param name="Finding">The number of the finding that the lab shows for this very row; null when the configuration does not show it.</param>
/// <param name="Observe">Makes the call, read or question that meets the failure and gives the number it meets; null when none is needed.</param>
/// <param name="Refusal">The number that it must meet.</param>
internal sealed record FailureRow(
    int Number,
    string How,
    Func<FailureWorld, Task> Produce,
    string? Finding = null,
    Func<FailureWorld, Task<string?>>? Observe = null,
    string? Refusal = null)
{
    /// <summary>The servers, where the usual two do not do.</summary>
    public Server[] Servers { get; init; } = FailureWorld.Usual;

    public Mailbox[] Mailboxes { get; init; } = [Estate.Ken];

    public override string ToString() => $"row {Number}: {How}";
}
