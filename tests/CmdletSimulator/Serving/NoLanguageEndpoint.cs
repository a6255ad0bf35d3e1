using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>A real endpoint as Exchange has one: a session without a language, in which the server's cmdlets are visible and nothing else that does
/// anything (powershell.md 7). It is reached over SSH, because PowerShell has no other transport outside of Windows.</summary>
public sealed class NoLanguageEndpoint : IAsyncDisposable
{
    private const string Subsystem = "endpoint";

    private readonly TemporaryDirectory directory;
    private readonly LoopbackSshd sshd;

    private NoLanguageEndpoint(TemporaryDirectory directory, LoopbackSshd sshd) => (this.directory, this.sshd) = (directory, sshd);

    /// <summary>The module that a shell imports first: its <c>New-PSSession</c> takes what leads to Exchange, and opens a session here.</summary>
    public string Overlay => directory.Combine("Endpoint.psm1");

    /// <param name="simulator">Answers the cmdlets.</param>
    /// <param name="machine">Whose cmdlets they are.</param>
    public static async Task<NoLanguageEndpoint> StartAsync(SimulatorServer simulator, string machine)
    {
        var directory = new TemporaryDirectory();
        var cmdlets = SharedModules.Cmdlets.Of(simulator.World.EditionOf(simulator.World.FindServer(machine)!));
        await File.WriteAllTextAsync(directory.Combine("Product.psm1"), ModuleText.Of(cmdlets));
        await File.WriteAllTextAsync(directory.Combine("endpoint.pssc"), Configuration(directory.Combine("Product.psm1"), cmdlets));
        var variables = simulator.EnvironmentOf(machine).Select(variable => $"{variable.Key}={variable.Value}");
        string[] server = ["env", .. variables, .. RealPowerShell.Line, "-sshs", "-NoLogo", "-ConfigurationFile", directory.Combine("endpoint.pssc")];
        var sshd = await LoopbackSshd.StartAsync($"{Subsystem} {string.Join(' ', server)}");
        var endpoint = new NoLanguageEndpoint(directory, sshd);
        await File.WriteAllTextAsync(endpoint.Overlay, endpoint.OverlayText());
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await sshd.DisposeAsync();
        directory.Dispose();
    }

    private static string Configuration(string module, ImmutableArray<CmdletSyntax> cmdlets) => $$"""
        @{
            SchemaVersion = '2.0.0.0'
            GUID = '0f6d2b0e-7d7f-4f0e-8a4a-0c5f6f1d9c11'
            SessionType = 'RestrictedRemoteServer'
            LanguageMode = 'NoLanguage'
            ModulesToImport = @('{{module}}')
            VisibleFunctions = @({{string.Join(", ", cmdlets.Select(cmdlet => $"'{cmdlet.Name}'"))}})
        }

        """;

    private string OverlayText() => $$"""
        function New-PSSession {
            [CmdletBinding()] param([string] $ConfigurationName, [uri[]] $ConnectionUri, [string] $Authentication)
            Microsoft.PowerShell.Core\New-PSSession -HostName localhost -Port {{sshd.Port}} -UserName '{{Environment.UserName}}' `
                -KeyFilePath '{{sshd.Key}}' -Subsystem {{Subsystem}} -Options @{ UserKnownHostsFile = '{{sshd.KnownHosts}}'; IdentitiesOnly = 'yes'; BatchMode = 'yes' }
        }
        Export-ModuleMember -Function New-PSSession

        """;
}
