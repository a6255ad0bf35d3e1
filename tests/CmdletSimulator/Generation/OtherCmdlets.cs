using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>Cmdlets that the vendor's pages of trust do not have: PowerShell's own, IIS's, and some that say which release a server is
/// (powershell.md 12).</summary>
internal static class OtherCmdlets
{
    private static readonly ParameterSyntax Assignment = new("AssignmentCollection", "SPAssignmentCollection");

    private static readonly ImmutableArray<ParameterSyntax> Confirmation =
        [new("Confirm", "SwitchParameter"), new("WhatIf", "SwitchParameter")];

    /// <summary>Opens and closes sessions.</summary>
    public static ImmutableArray<CmdletSyntax> Sessions { get; } =
    [
        new("New-PSSession",
            [new("Uri",
            [
                new("ConnectionUri", "Uri[]", IsMandatory: true, IsPositional: true), new("ConfigurationName", "String"),
                new("Authentication", "PSSession.Authentication"), new("Credential", "PSCredential"), new("AllowRedirection", "SwitchParameter"),
                new("Name", "String[]"), new("SessionOption", "PSObject"),
            ])],
            null),
        Only("Import-PSSession",
            new("Session", "PSObject", IsMandatory: true, IsPositional: true), new("CommandName", "String[]", IsPositional: true),
            new("DisableNameChecking", "SwitchParameter"), new("AllowClobber", "SwitchParameter"), new("Prefix", "String"),
            new("FormatTypeName", "String[]"), new("Module", "String[]")),
        Only("Remove-PSSession", [new("Session", "PSObject[]", IsMandatory: true, IsPositional: true), .. Confirmation]),
    ];

    /// <summary>What the start of Exchange's own shell brings.</summary>
    public static CmdletSyntax ConnectExchangeServer { get; } = Only(
        "Connect-ExchangeServer",
        new("Auto", "SwitchParameter"), new("ClientApplication", "String"), new("ServerFqdn", "String"), new("Prompt", "SwitchParameter"));

    public static CmdletSyntax AddSnapin { get; } = Only(
        "Add-PSSnapin", new("Name", "String[]", IsMandatory: true, IsPositional: true), new("PassThru", "SwitchParameter"));

    public static ImmutableArray<CmdletSyntax> Services { get; } =
    [
        new("Get-Service",
            [
                new("Default", [new("Name", "String[]", IsPositional: true), new("ComputerName", "String[]"), new("Include", "String[]")]),
                new("DisplayName", [new("DisplayName", "String[]", IsMandatory: true), new("ComputerName", "String[]")]),
            ],
            "Default"),
        Service("Restart-Service", new ParameterSyntax("Force", "SwitchParameter")),
        Service("Start-Service"),
    ];

    public static ImmutableArray<CmdletSyntax> WebAdministration { get; } =
        [Only("Restart-WebAppPool", new ParameterSyntax("Name", "String", IsMandatory: true, IsPositional: true))];

    /// <summary>Only for certificates of the machine: another system has no drive of that name.</summary>
    public static CmdletSyntax GetItem { get; } = new("Get-Item",
        [
            new("Path", [new("Path", "String[]", IsMandatory: true, IsPositional: true)]),
            new("LiteralPath", [new("LiteralPath", "String[]", IsMandatory: true)]),
        ],
        "Path");

    /// <summary>Without any of its parameters: the time now.</summary>
    public static CmdletSyntax GetDate { get; } = Only("Get-Date");

    public static CmdletSyntax GetCsServerVersion { get; } = Only("Get-CsServerVersion");

    public static ImmutableArray<CmdletSyntax> SharePoint { get; } =
    [
        Only("Get-SPFarm", Assignment),
        Only("Get-SPServer", new("Identity", "SPServerPipeBind", IsPositional: true), Assignment),
    ];

    public static IEnumerable<CmdletSyntax> All =>
    [
        .. Sessions, ConnectExchangeServer, AddSnapin, .. Services, .. WebAdministration, GetItem, GetDate, GetCsServerVersion, .. SharePoint,
    ];

    public static CmdletSyntax Only(string name, params ImmutableArray<ParameterSyntax> parameters) =>
        new(name, [new CmdletSet(CmdletSyntax.OnlySet, parameters)], null);

    private static CmdletSyntax Service(string name, params ImmutableArray<ParameterSyntax> own)
    {
        ImmutableArray<ParameterSyntax> rest = [.. own, new("PassThru", "SwitchParameter"), new("Include", "String[]"), .. Confirmation];
        return new CmdletSyntax(
            name,
            [
                new("InputObject", [new("InputObject", "PSObject[]", IsMandatory: true, IsPositional: true), .. rest]),
                new("Default", [new("Name", "String[]", IsMandatory: true, IsPositional: true), .. rest]),
                new("DisplayName", [new("DisplayName", "String[]", IsMandatory: true), .. rest]),
            ],
            "Default");
    }
}
