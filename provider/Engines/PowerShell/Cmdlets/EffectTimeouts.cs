using PartnerTrust.Engines.PowerShell.Options;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>Which of the limits holds for a cmdlet.</summary>
internal static class EffectTimeouts
{
    public static TimeSpan Of(this Timeouts timeouts, CmdletEffect effect) => effect switch
    {
        CmdletEffect.Opens => timeouts.Open,
        CmdletEffect.Reads => timeouts.Read,
        CmdletEffect.Tests => timeouts.Test,
        CmdletEffect.Restarts => timeouts.Restart,
        _ => timeouts.Write,
    };
}
