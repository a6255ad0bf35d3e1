namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>How long things may take (powershell.md 11). Writes fetch documents, and tests make calls of their own.</summary>
/// <param name="Open">Starting a shell, and each step of bringing the product's cmdlets into it.</param>
/// <param name="Read">A cmdlet that reads.</param>
/// <param name="Write">A cmdlet that writes.</param>
/// <param name="Test">A cmdlet that makes a call to another server.</param>
/// <param name="Restart">Stopping and starting services.</param>
public sealed record TimeLimits(TimeSpan Open, TimeSpan Read, TimeSpan Write, TimeSpan Test, TimeSpan Restart)
{
    public static TimeLimits Usual { get; } = new(
        TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(600));

    public TimeSpan Of(CmdletEffect effect) => effect switch
    {
        CmdletEffect.Opens => Open,
        CmdletEffect.Reads => Read,
        CmdletEffect.Tests => Test,
        CmdletEffect.Restarts => Restart,
        _ => Write,
    };
}
