using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>The keys that a record holds, as far as they can be seen.</summary>
internal static class TrustedKeySets
{
    /// <summary>Whether both hold the same, in whatever order. What cannot be seen is not the same as anything.</summary>
    public static bool AreSame(ImmutableArray<SigningCertificate>? one, ImmutableArray<SigningCertificate>? other) =>
        one is { } known && other is { } others && known.Select(key => key.Thumbprint).ToHashSet().SetEquals(others.Select(key => key.Thumbprint));
}
