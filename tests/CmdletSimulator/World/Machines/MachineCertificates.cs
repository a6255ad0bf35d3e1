using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary><c>Cert:\LocalMachine\My\thumbprint</c>, by literal paths alone.</summary>
internal sealed class MachineCertificates(WorldStore store) : INoun
{
    private const string Folder = @"Cert:\LocalMachine\My\";

    public void AddTo(CmdletTable table) => table.Add("Get-Item", GetAsync);

    /// <summary>One after another; what is not there is an error, and the next follows.</summary>
    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var records = new List<PlayedRecord>();
        foreach (var path in call.Texts("LiteralPath"))
        {
            records.Add(await FindAsync(path, server, cancellationToken));
        }

        return records.Count > 0
            ? new PlayedAnswer([.. records])
            : throw new PlayedErrorException(WorldErrors.Unplayed($"Get-Item is played for -LiteralPath {Folder}<thumbprint> alone."));
    }

    private async Task<PlayedRecord> FindAsync(string path, Server server, CancellationToken cancellationToken)
    {
        if (!path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) || !Thumbprint.TryParse(path[Folder.Length..], out var thumbprint))
        {
            throw new PlayedErrorException(WorldErrors.Unplayed($"Get-Item is played for certificates alone, not for '{path}'."));
        }

        return await store.FindCertificateAsync(server, thumbprint, cancellationToken) is { } stored
            ? new PlayedRecord.Output(new PlayedValue.Certificate(
                "System.Security.Cryptography.X509Certificates.X509Certificate2",
                stored.Certificate.Der,
                [new PlayedProperty("HasPrivateKey", PlayedValue.Of(stored.HasPrivateKey != false))]))
            : new PlayedRecord.Failure(Missing(path));
    }

    private static PlayedError Missing(string path) => new(
        "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand",
        "ObjectNotFound",
        "ItemNotFoundException",
        ["System.Management.Automation.ItemNotFoundException"],
        $"Cannot find path '{path}' because it does not exist.")
    {
        Target = path,
        IsTerminating = false,
    };
}
