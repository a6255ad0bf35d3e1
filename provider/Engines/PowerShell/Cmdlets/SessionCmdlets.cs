using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>The cmdlets that bring a product's own into a shell, and tell whether they came (powershell.md 7).</summary>
internal static class SessionCmdlets
{
    /// <summary>The name under which a remote session stays in the shell.</summary>
    public const string SessionName = "session";

    /// <summary>The script of the Exchange Management Shell, as calls name it.</summary>
    public const string ExchangeScript = "RemoteExchange.ps1";

    public static ImmutableArray<AllowedCmdlet> Table { get; } =
    [
        new("Import-Module", CmdletEffect.Opens, ["Name", "DisableNameChecking"]),
        new("Add-PSSnapin", CmdletEffect.Opens, ["Name"]),
        new("New-PSSession", CmdletEffect.Opens, ["ConfigurationName", "ConnectionUri", "Authentication"]),
        new("Import-PSSession", CmdletEffect.Opens, ["Session", "CommandName", "DisableNameChecking", "AllowClobber"]),
        new("Remove-PSSession", CmdletEffect.Opens, ["Session"]),
        new(ExchangeScript, CmdletEffect.Opens, []),
        new("Connect-ExchangeServer", CmdletEffect.Opens, ["Auto", "ClientApplication"]),
        new("Get-Command", CmdletEffect.Reads, ["Name"]),
    ];

    public static CmdletCall ImportModule(string name) => new(
        "Import-Module", [Text("Name", name), On("DisableNameChecking")]);

    public static CmdletCall AddSnapin(string name) => new("Add-PSSnapin", [Text("Name", name)]);

    /// <summary>Exchange's own endpoint: plain HTTP, because Kerberos encrypts what is said (domain.md 10.1).</summary>
    public static CmdletCall ConnectToExchange(string host) => new(
        "New-PSSession",
        [
            Text("ConfigurationName", "Microsoft.Exchange"),
            Text("ConnectionUri", $"http://{host}/PowerShell/"),
            Text("Authentication", "Kerberos"),
        ])
    {
        Keep = SessionName,
    };

    /// <summary>The endpoint of a Lync or Skype for Business pool (domain.md 10.2).</summary>
    public static CmdletCall ConnectToLync(string host) => new("New-PSSession", [Text("ConnectionUri", $"https://{host}/OcsPowershell")])
    {
        Keep = SessionName,
    };

    /// <summary>Brings exactly these cmdlets, as far as the account may run them.</summary>
    public static CmdletCall ImportSession(IEnumerable<string> cmdlets) => new(
        "Import-PSSession",
        [
            new CmdletParameter("Session", new CmdletValue.Kept(SessionName)),
            new CmdletParameter("CommandName", new CmdletValue.Texts([.. cmdlets])),
            On("DisableNameChecking"),
            On("AllowClobber"),
        ]);

    /// <summary>Sessions that are left open count against the account's share until they expire (domain.md 10.1).</summary>
    public static CmdletCall CloseSession() => new("Remove-PSSession", [new CmdletParameter("Session", new CmdletValue.Kept(SessionName))]);

    /// <summary>Which of the cmdlets are there.</summary>
    public static CmdletCall FindCommands(IEnumerable<string> cmdlets) => new(
        "Get-Command", [new CmdletParameter("Name", new CmdletValue.Texts([.. cmdlets]))])
    {
        Select = ["Name"],
    };

    public static CmdletCall RunExchangeScript() => new(ExchangeScript, []);

    public static CmdletCall ConnectExchangeShell() => new(
        "Connect-ExchangeServer", [On("Auto"), Text("ClientApplication", "ManagementShell")]);

    private static CmdletParameter Text(string name, string value) => new(name, new CmdletValue.Text(value));

    private static CmdletParameter On(string name) => new(name, new CmdletValue.Switch(true));
}
