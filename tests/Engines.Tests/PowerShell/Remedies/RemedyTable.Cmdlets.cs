using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// Cmdlets that do not do what they were called for.
internal static partial class RemedyTable
{
    private static readonly PlayedError Broken =
        new("X,Microsoft.Rtc.Y", "InvalidOperation", "Exception", ["System.Exception"], "Etwas ging schief.");

    private static readonly PlayedError Unfetched = Broken with
    {
        Id = "ParameterBindingFailed,Microsoft.Rtc.Y",
        Exceptions = ["System.Management.Automation.ParameterBindingException"],
    };

    private static readonly PlayedError Unknown = Broken with { Exceptions = ["Microsoft.Exchange.Data.Directory.ADInvalidCredentialException"] };

    private static readonly CmdletCall ReadingFile = new("Read-Back", [new CmdletParameter("Path", new CmdletValue.File([1, 2, 3]))]);

    private static IEnumerable<ShellRemedy> Cmdlets =>
    [
        Befallen("PT8104", "run it again", Read(Litware.Exchange), "Get-AuthConfig", _ => Trouble.Kill()),
        Befallen("PT8110", "See what it says", Write("register on Lync"), "New-CsPartnerApplication", _ => Trouble.Error(Broken)),
        OfShell(
            "PT8111", "See whether the server is busy", _ => new ShellUnderTest(Line, Timeouts.Usual with { Read = TimeSpan.FromSeconds(1) }),
            Using("busy"), stage => Done(() => File.Delete(stage.Combine("busy")))),
        OfLine(
            "PT8111", "set longer limits in \"timeouts\"", _ => new ShellUnderTest(Line, Timeouts.Usual with { Read = TimeSpan.Zero }), "limits"),
        OnServers("PT8113", "Give the account the role", Write("register on Exchange"), stage => HideAsync(stage, "New-MailUser"), ShowAsync),
        OnServers(
            "PT8114", "Give the account the role", Write("trust a token server on Exchange"),
            stage => HideAsync(stage, "New-AuthServer", "AuthMetadataUrl"), ShowAsync),
        OfShell("PT8116", "Run it there by hand once", null, Using("asking"), stage => Done(() => File.Delete(stage.Combine("asking")))),
        OnServers("PT8117", "Open it by hand as the same account", Read(Litware.Exchange), CutOffAsync, stage => Done(stage.World.Unreachable.Clear)),
        Befallen("PT8118", "run it again", Read(Litware.Exchange), "Get-AuthConfig", stage => Trouble.Meanwhile(_ => Done(() =>
            stage.World.Sessions.End(Litware.Exchange)))),
        Befallen("PT8119", "Give it the rights", Write("register on Exchange"), "New-MailUser", _ => Trouble.AccessDenied()),
        Befallen("PT8120", "Open the URL in a browser on that server", Write("register on Lync"), "New-CsPartnerApplication", _ =>
            Trouble.Error(Unfetched)),
        Befallen("PT8121", "use a password or Kerberos", Read(Litware.Lync), "Get-CsPartnerApplication", _ => Trouble.Error(Unknown)),
        OfShell("PT8126", "Make room there", null, Using("full"), stage => Done(() => File.Delete(stage.Combine("full")))),
        OfShell(
            "PT8129", "Look at the folder that TEMP (TMPDIR on Unix) names",
            stage => new ShellUnderTest(["env", $"TMPDIR={stage.Combine("temporary")}", .. Line]), stage => stage.Call = ReadingFile,
            stage => Done(() => Directory.CreateDirectory(stage.Combine("temporary")))),
        Befallen("PT8157", "Run the cmdlet in the server's own management shell", Read(Litware.Exchange), "Get-AuthConfig", _ => Trouble.Nothing()),
    ];

    /// <summary>A cmdlet that does so while a file lies in the stage's folder.</summary>
    private static Action<ShellStage> Using(string kind) => stage => stage.Call = new CmdletCall("Use-Thing",
    [
        new CmdletParameter("Kind", new CmdletValue.Text(kind)),
        new CmdletParameter("Path", new CmdletValue.Text(stage.Write(kind, "").Combine(kind))),
    ]);

    private static Task HideAsync(ServerStage stage, params string[] names)
    {
        if (names is [var cmdlet, var parameter])
        {
            stage.World.Rbac.Hide(cmdlet, parameter);
        }
        else
        {
            stage.World.Rbac.Hide(names[0]);
        }

        return stage.Servers.Played.CloseShellsAsync();
    }

    /// <summary>Sessions that are open keep the rights with which they were opened.</summary>
    private static Task ShowAsync(ServerStage stage)
    {
        stage.World.Rbac.ShowAll();
        return stage.Servers.Played.CloseShellsAsync();
    }

    private static Task CutOffAsync(ServerStage stage)
    {
        stage.World.Unreachable[Litware.Exchange] = true;
        return stage.Servers.Played.CloseShellsAsync();
    }
}
