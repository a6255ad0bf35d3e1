namespace PartnerTrust.Engines.PowerShell.Options;

/// <summary>How long things may take (powershell.md 11).</summary>
/// <param name="Open">A shell starts, and has the product's cmdlets.</param>
/// <param name="Read">A cmdlet that changes nothing.</param>
/// <param name="Write">A cmdlet that changes the server, which may fetch a document meanwhile.</param>
/// <param name="Test">A cmdlet that calls another server.</param>
/// <param name="Restart">Services stop and start.</param>
public sealed record Timeouts(TimeSpan Open, TimeSpan Read, TimeSpan Write, TimeSpan Test, TimeSpan Restart)
{
    public const int LeastSeconds = 1;

    public const int MostSeconds = 3600;

    public static Timeouts Usual { get; } = new(
        TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(180), TimeSpan.FromSeconds(300), TimeSpan.FromSeconds(600));
}
