namespace PartnerTrust.Reports.Overview;

/// <summary>How bad something is, in order.</summary>
public enum Severity
{
    /// <summary>Nothing is to be done.</summary>
    Well,

    /// <summary>It works, and will not for long, or not for all that it is there for.</summary>
    Warning,

    /// <summary>It does not work, or is about to stop.</summary>
    Critical,
}
