using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary><c>Cert:\LocalMachine\My\thumbprint</c>, by its literal path alone.</summary>
internal sealed class MachineCertificates(WorldStore store) : INoun
{
    private const string Folder = @"Cert:\LocalMachine\My\";

    public void AddTo(CmdletTable table) => table.Add("Get-Item", GetAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var found = new List<PlayedRecord>();
        foreach (var path in call.Texts("LiteralPath"))
        {
            found.Add(await FindAsync(path, server, cancellationToken));
        }

        return new PlayedAnswer([.. found]);
    }

    /// <summary>What is not there is an error that ends nothing.</summary>
    private async Task<PlayedRecord> FindAsync(string path, Server server, CancellationToken cancellationToken)
    {
        if (!path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) || !Thumbprint.TryParse(path[Folder.Length..], out var thumbprint))
        {
            throw new PlayedErrorException(WorldErrors.Unplayed($"Get-Item is played for -LiteralPath {Folder}<thumbprint> alone, not for '{path}'."));
        }

        return await store.FindCertificateAsync(server, thumbprint, cancellationToken) is { } stored
            ? new PlayedRecord.Output(new PlayedValue.Certificate(
                "System.Security.Cryptography.X509Certificates.X509Certificate2",
                stored.Certificate.Der,
                [new PlayedProperty("HasPrivateKey", PlayedValue.Of(stored.HasPrivateKey != false))]))
            : new PlayedRecord.Failure(new PlayedError(
                "PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand",
                "ObjectNotFound",
                "ItemNotFoundException",
                ["System.Management.Automation.ItemNotFoundException"],
                $"Cannot find path '{path}' because it does not exist.")
            { Target = path, IsTerminating = false });
    }
}
