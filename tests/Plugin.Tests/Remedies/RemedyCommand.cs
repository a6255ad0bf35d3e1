namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>What tells of something that is wrong.</summary>
public enum RemedyCommand
{
    Preview,
    Update,
    Refresh,

    /// <summary><c>lab status</c>, after an update.</summary>
    Status,
}
