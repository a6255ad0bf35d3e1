namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>The remedies that are followed, by what they are about.</summary>
internal static partial class RemedyTable
{
    public static IEnumerable<Remedy> All => [.. Certificates];

    private static RemedyProgram Healthy => RemedyProgram.Healthy;
}
