using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>The modules on disk, where a shell finds them: one folder a release, written once.</summary>
public sealed class ModuleFolder(string root, ProductCmdlets cmdlets)
{
    /// <summary>Name of the module that opens sessions.</summary>
    public const string SessionModule = "PlayedSessions";

    /// <summary>The folder for <c>PSModulePath</c> of a machine with that release.</summary>
    public string Path(Edition edition) => System.IO.Path.Combine(root, edition.Name.Replace(' ', '-'), "Modules");

    /// <summary>The module that a shell which is to reach Exchange from outside imports first, by path.</summary>
    public string Overlay(Edition edition) => System.IO.Path.Combine(Path(edition), SessionModule, SessionModule + ".psd1");

    /// <summary>Stands for <c>%ExchangeInstallPath%</c>.</summary>
    public string InstallPath(Edition edition) => System.IO.Path.Combine(root, edition.Name.Replace(' ', '-'), "Install");

    public void Write(Edition edition)
    {
        switch (edition.Product)
        {
            case ServerProduct.LyncServer:
                Write(edition, edition == Edition.Lync2013 ? "Lync" : "SkypeForBusiness", cmdlets.Of(edition));
                break;
            case ServerProduct.ExchangeServer:
                Write(edition, SessionModule, [.. OtherCmdlets.Sessions, OtherCmdlets.GetDate]);
                WriteExchangeShell(edition);
                break;
            default:
                Write(edition, edition.IsSnapin ? "PlayedSnapins" : "SharePointServer", edition.IsSnapin ? [OtherCmdlets.AddSnapin] : cmdlets.Of(edition));
                break;
        }

        Write(edition, "PlayedServices", OtherCmdlets.Services);
        Write(edition, "WebAdministration", OtherCmdlets.WebAdministration);
    }

    private void WriteExchangeShell(Edition edition)
    {
        var bin = Directory.CreateDirectory(System.IO.Path.Combine(InstallPath(edition), "bin")).FullName;
        var module = System.IO.Path.Combine(bin, "ConnectFunctions.psm1");
        File.WriteAllText(module, ModuleText.Of([OtherCmdlets.ConnectExchangeServer, OtherCmdlets.GetDate]));
        File.WriteAllText(System.IO.Path.Combine(bin, "RemoteExchange.ps1"), "Import-Module (Join-Path $PSScriptRoot 'ConnectFunctions.psm1') -Global\n");
    }

    private void Write(Edition edition, string name, IReadOnlyList<CmdletSyntax> functions)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path(edition), name)).FullName;
        File.WriteAllText(System.IO.Path.Combine(folder, name + ".psm1"), ModuleText.Of(functions));
        File.WriteAllText(System.IO.Path.Combine(folder, name + ".psd1"), ModuleText.Manifest(name + ".psm1", functions));
    }
}
