namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>The remedies that are followed, by what they are about.</summary>
internal static partial class RemedyTable
{
    public static IEnumerable<Remedy> All =>
        [.. Inputs, .. Settings, .. Certificates, .. Documents, .. Records, .. Calls, .. Hands, .. Removals, .. Stores,
            .. OperatingSystem.IsWindows() ? [] : OnUnix];

    private static RemedyProgram Healthy => RemedyProgram.Healthy;

    /// <summary>Told by the preview of a program; the remedy leads to one that is sound.</summary>
    private static Remedy Told(string number, string words, RemedyProgram wrong, RemedyProgram? right = null) =>
        new(number, words) { Wrong = wrong, Right = right ?? RemedyProgram.Healthy };
}
