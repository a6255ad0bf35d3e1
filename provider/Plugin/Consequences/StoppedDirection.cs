using System.Collections.Immutable;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Consequences;

/// <summary>A direction in which calls that worked are refused.</summary>
/// <param name="Direction">Who called whom.</param>
/// <param name="Calls">Those that are refused, one of each kind at most.</param>
internal sealed record StoppedDirection(TrustDirection Direction, ImmutableArray<WatchedCall> Calls)
{
    /// <summary>What stopped it first.</summary>
    public CallStop Stop => Calls[0].Stop!;

    public Fault Refusal => Stop.Refusal;

    /// <summary>Which calls those are, for the end of "can no longer call"; empty where there were no others.</summary>
    public string Kind { get; private init; } = "";

    /// <summary>What users have of these calls.</summary>
    public ImmutableArray<string> Features =>
        [.. Calls.SelectMany(watched => TrustFeatures.Of(Direction, forUser: watched.Call.SipUri is not null)).Distinct()];

    /// <summary>In words after which there is a blank; empty where no document tells.</summary>
    public static string WordsOf(ImmutableArray<string> features) =>
        features.IsEmpty ? "" : $" With it stop: {string.Join(", ", features)}.";

    /// <summary>All that there are among the calls.</summary>
    public static ImmutableArray<StoppedDirection> Among(IEnumerable<WatchedCall> calls) =>
    [
        .. from watched in calls
           group watched by watched.Call.Direction into same
           let stopped = same.Where(watched => watched.Stop is not null).ToImmutableArray()
           where !stopped.IsEmpty
           let goesOn = same.Any(watched => watched is { Worked: true, Stop: null })
           select new StoppedDirection(same.Key, stopped)
           {
               Kind = !goesOn ? "" : stopped[0].Call.SipUri is null ? " without a user" : " for users",
           },
    ];
}
