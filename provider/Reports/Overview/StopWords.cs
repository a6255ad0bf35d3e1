using System.Collections.Immutable;

namespace PartnerTrust.Reports.Overview;

/// <summary>What users lose with calls that are refused.</summary>
internal static class StopWords
{
    /// <summary>A sentence.</summary>
    /// <param name="direction">Who calls whom.</param>
    /// <param name="refused">Which of its calls.</param>
    public static string Of(DirectionReport direction, IReadOnlyCollection<CallReport> refused)
    {
        var (from, to) = (direction.Direction.From.Fqdn, direction.Direction.To.Fqdn);
        var kind = refused.Contains(direction.ForUser) == refused.Contains(direction.ForItself) || direction.ForUser is null ? ""
            : refused.Contains(direction.ForUser) ? " for users"
            : " without a user";
        ImmutableArray<string> features = [.. refused
            .SelectMany(call => call.SipUri is null ? direction.FeaturesWithoutUser : direction.FeaturesForUsers).Distinct()];
        return $"{from} cannot call {to}{kind}{(features.IsEmpty ? "" : $", which takes away {string.Join(", ", features)}")}.";
    }
}
