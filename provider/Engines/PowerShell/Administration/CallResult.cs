using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What is known of a call that was sent.</summary>
internal abstract record CallResult
{
    private CallResult()
    {
    }

    public sealed record Succeeded : CallResult;

    /// <summary>The cmdlet said so itself.</summary>
    public sealed record Failed(Fault Fault) : CallResult;

    /// <summary>It may have taken effect.</summary>
    public sealed record Unknown(Fault Fault) : CallResult;

    /// <summary>Nobody waits for it any more; it may have taken effect.</summary>
    public sealed record Abandoned(Fault Fault) : CallResult;
}
