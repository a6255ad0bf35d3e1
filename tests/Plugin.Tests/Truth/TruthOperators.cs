using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>Those who run the servers, and tell no stack what they do.</summary>
internal sealed class TruthOperators(Draw draw, string dataDirectory, TimeProvider time)
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Tells what was done; null for nothing.</summary>
    public async Task<string?> ActAsync()
    {
        if (!draw.Chance(40) || !Directory.Exists(dataDirectory))
        {
            return null;
        }

        var hand = new LabOperator(dataDirectory, time);
        var (what, which) = (draw.Below(6), draw.Below(1_000));
        var told = "";
        await hand.LetAsync(async lab => told = await ActAsync(lab, what, which));
        return told;
    }

    private async Task<string> ActAsync(EmbeddedLab lab, int what, int which)
    {
        var records = (await lab.ReadStateAsync(None)).PartnerApplications.Values.OrderBy(record => $"{record.Server}/{record.Name}", StringComparer.Ordinal).ToList();
        var servers = lab.Servers.ToList();
        var server = servers[which % servers.Count].Fqdn;
        return what switch
        {
            0 or 1 when records.Count > 0 => await DisableAsync(lab, records[which % records.Count]),
            2 when records.Count > 0 => await RemoveAsync(lab, records[which % records.Count]),
            3 => await UnbindAsync(lab, server),
            4 => await KeepKeysAsync(lab, TruthInstallation.Lync),
            _ => await UnbindAsync(lab, TruthInstallation.Lync),
        };
    }

    private static async Task<string> DisableAsync(EmbeddedLab lab, PartnerApplication record)
    {
        await lab.Partners.ChangeAsync(record.Server, record.Name, found => found with { Enabled = false }, None);
        return $"{record.Server}/{record.Name} is disabled";
    }

    private static async Task<string> RemoveAsync(EmbeddedLab lab, PartnerApplication record)
    {
        await lab.Partners.RemoveAsync(record.Server, record.Name, None);
        return $"{record.Server}/{record.Name} is removed";
    }

    private static async Task<string> KeepKeysAsync(EmbeddedLab lab, string server)
    {
        await lab.Faults.SwitchOnAsync(new HostFault(server, HostFaultKind.KeyNotExportable, null), None);
        return $"{server} lets no key go";
    }

    private async Task<string> UnbindAsync(EmbeddedLab lab, string server)
    {
        var options = new EmbeddedOptions([.. lab.Servers], lab.Mailboxes, dataDirectory);
        await using var engine = EmbeddedEngine.Open(options, time, NullLoggerFactory.Instance);
        await engine.Writer.UnbindCertificateAsync(server, Silence.Instance, None);
        return $"the certificates of {server} are unbound";
    }
}
