using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>The token issuers' cmdlets of SharePoint 2013, 2016 and 2019: a certificate comes with the issuer's name, a metadata document never
/// does (powershell.md 12).</summary>
internal static class OlderSharePoint
{
    private const string Manual = "ManualConfigParameterSet";
    private const string Metadata = "MetadataEndPointParameterSet";

    private static readonly ImmutableArray<ParameterSyntax> Rest =
    [
        new("AssignmentCollection", "SPAssignmentCollection"), new("Description", "String"), new("IsTrustBroker", "SwitchParameter"),
        new("Confirm", "SwitchParameter"), new("WhatIf", "SwitchParameter"),
    ];

    public static CmdletSyntax Of(CmdletSyntax newest) => newest.Name switch
    {
        "New-SPTrustedSecurityTokenIssuer" => Issuer(newest.Name, new("Name", "String", IsMandatory: true, IsPositional: true), areMandatory: true),
        "Set-SPTrustedSecurityTokenIssuer" => Issuer(
            newest.Name, new("Identity", "SPTrustedSecurityTokenServicePipeBind", IsMandatory: true, IsPositional: true), areMandatory: false),
        _ => newest,
    };

    private static CmdletSyntax Issuer(string name, ParameterSyntax which, bool areMandatory) => new(
        name,
        [
            new CmdletSet(
                Manual,
                [
                    which, new("Certificate", "X509Certificate2", areMandatory), new("RegisteredIssuerName", "String", areMandatory), .. Rest,
                ]),
            new CmdletSet(Metadata, [which, new("MetadataEndPoint", "Uri", IsMandatory: true), .. Rest]),
        ],
        Metadata);
}
