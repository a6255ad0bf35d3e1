using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Refusals as people read them: where a property is not named for its value's sake, it leads the reason.</summary>
internal static class Refusals
{
    /// <summary>The path of the property.</summary>
    public static string Place(this CheckFailure failure) =>
        failure.Property.Length > 0 ? failure.Property : failure.Reason[..Math.Max(0, failure.Reason.IndexOf(": PT", StringComparison.Ordinal))];

    /// <summary>The reason from its number on.</summary>
    public static string Sentence(this CheckFailure failure) => failure.Reason[failure.Reason.IndexOf("PT", StringComparison.Ordinal)..];
}
