using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>What PowerShell itself tells of the machine that it runs on.</summary>
internal static class MachineCmdlets
{
    public const string RawData = "RawData";
    public const string HasPrivateKey = "HasPrivateKey";

    public static ImmutableArray<AllowedCmdlet> Table { get; } =
    [
        new("Get-Item", CmdletEffect.Reads, ["LiteralPath"]), new("Get-Date", CmdletEffect.Reads, []),
    ];

    /// <summary>The certificates in the machine's own store, all by one call; those that are not there are errors that end nothing.</summary>
    public static CmdletCall GetCertificates(IEnumerable<Thumbprint> thumbprints) => new CallBuilder("Get-Item")
        .With("LiteralPath", new CmdletValue.Texts([.. thumbprints.Select(thumbprint => $@"Cert:\LocalMachine\My\{thumbprint.Hex}")]))
        .Build(RawData, HasPrivateKey);

    /// <summary>The time on the machine that the effective dates are said on.</summary>
    public static CmdletCall GetDate() => new("Get-Date", []);
}
