using PartnerTrust.Engines.PowerShell;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// Shells that come up, and settings of theirs that are wrong.
internal static partial class RemedyTable
{
    private const string ModulePath = "PSModulePath=";
    private const string Module = "SkypeForBusiness";
    private const string ModuleFile = Module + ".psm1";

    /// <summary>Does what Windows does with scripts that its policy forbids.</summary>
    private const string Forbidden =
        """
        if ([Environment]::GetCommandLineArgs() -cnotcontains 'RemoteSigned') {
            throw [Management.Automation.ErrorRecord]::new(
                [Management.Automation.PSSecurityException]::new('running scripts is disabled'), 'UnauthorizedAccess', 'SecurityError', $null)
        }

        """ + MisbehavingModule.Text;

    private static IEnumerable<ShellRemedy> Openings =>
    [
        OnServers(
            "PT8124", "Let \"shell\" lead to such a machine", Read(Litware.Lync), stage => Done(() => stage.Settings = WithoutModules),
            stage => Done(() => stage.Settings = null)),
        OfLine("PT8124", "name the module in \"modules\"", _ => new ShellUnderTest(Line, ways: [[SessionCmdlets.ImportModule(Module)]]), "modules"),
        OfShell(
            "PT8125", "Add \"-ExecutionPolicy\", \"RemoteSigned\" to \"shell\"", stage => Importing(stage),
            stage => stage.Write(ModuleFile, Forbidden),
            stage => Done(() => stage.Open = shell => Importing(shell, "-ExecutionPolicy", "RemoteSigned"))),
        OfShell(
            "PT8127", "see which cmdlets it has", stage => Importing(stage), stage => stage.Write(ModuleFile, ""),
            stage => Done(() => stage.Write(ModuleFile, MisbehavingModule.Text))),
        OnServers(
            "PT8128", "name another file in \"transcript\"", Read(Litware.Lync),
            stage => Done(() => stage.Settings = options => options with { Transcript = stage.Combine("") }),
            stage => Done(() => stage.Settings = options => options with { Transcript = stage.Combine("cmdlets.log") })),
    ];

    private static PowerShellOptions WithoutModules(PowerShellOptions options) => Shell(options, shell => shell with
    {
        CommandLine = [.. shell.CommandLine.Select(word => word.StartsWith(ModulePath, StringComparison.Ordinal) ? ModulePath : word)],
    });

    private static PowerShellOptions Shell(PowerShellOptions options, Func<ServerShell, ServerShell> change) =>
        options with { Shells = options.Shells.SetItem(Litware.Lync, change(options.Shells[Litware.Lync])) };

    private static ShellUnderTest Importing(ShellStage stage, params string[] arguments)
    {
        string[] line = [.. Line, .. arguments];
        Assert.Empty(CommandLineRules.Check("shell", [.. line]));
        return new ShellUnderTest(line, ways: [[SessionCmdlets.ImportModule(stage.Combine(ModuleFile))]]);
    }
}
