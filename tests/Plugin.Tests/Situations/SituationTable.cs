namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>The installations, by what is particular about them.</summary>
internal static partial class SituationTable
{
    public static IEnumerable<Situation> All => [.. Places, .. Realms, .. Vouching, .. Failures];
}
