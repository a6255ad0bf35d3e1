using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Consequences;

/// <summary>What became of one call in the course of operations.</summary>
internal sealed class WatchedCall(DirectionCall call)
{
    private readonly List<CallGap> gaps = [];

    public DirectionCall Call { get; } = call;

    /// <summary>Whether it worked before the first operation; null while nobody has asked, and where that cannot be known.</summary>
    public bool? Worked { get; set; }

    /// <summary>Set while it is refused.</summary>
    public CallStop? Stop { get; private set; }

    public IReadOnlyList<CallGap> Gaps => gaps;

    /// <summary>What it meets after an operation.</summary>
    /// <param name="urn">The operation's resource.</param>
    /// <param name="refusal">Null where it is accepted.</param>
    public void Meet(string urn, Fault? refusal)
    {
        if (refusal is not null)
        {
            Stop = new CallStop(Stop?.Urn ?? urn, refusal);
        }
        else if (Stop is { } stop)
        {
            gaps.Add(new CallGap(stop, urn));
            Stop = null;
        }
    }
}
