using Microsoft.Extensions.Time.Testing;
using PartnerTrust.CmdletSimulator.World.Troubles;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// Writes that come to another end than was meant.
internal static partial class RemedyTable
{
    private static IEnumerable<ShellRemedy> Writes =>
    [
        OnServers("PT8134", "Repair time synchronisation", Write("register on Lync"), stage => Done(() =>
        {
            stage.Settings = options => options;
            stage.Wall = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(-1));
        }), stage => Done(() => stage.Settings = null)),
        Befallen(
            "PT8153", "Give it the rights, or run the deployment as another account. Then run the update again", Write("register on Exchange"),
            "New-PartnerApplication", _ => Trouble.AccessDenied()),
        Befallen("PT8154", "Run \"pulumi refresh\", then the update again", Write("register on Exchange"), "Get-PartnerApplication", _ =>
            Trouble.Nothing()),
    ];
}
