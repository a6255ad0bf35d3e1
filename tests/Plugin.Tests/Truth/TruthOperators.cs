using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>Those who run the servers, and tell no stack what they do.</summary>
internal sealed class TruthOperators(Draw draw, string dataDirectory, TimeProvider time)
{
    private static readonly CancellationToken None = CancellationToken.None;

    /// <summary>Faults of hosts that no configuration shows; those are left out that cost time to meet.</summary>
    private static readonly HostFaultKind[] SeenByCallsOnly =
    [
        HostFaultKind.NotFound, HostFaultKind.ServerError, HostFaultKind.BrokenTls, HostFaultKind.ExpiredTls, HostFaultKind.ClockSkew,
        HostFaultKind.StaleConfiguration, HostFaultKind.OAuthDisabled, HostFaultKind.TlsOffloading, HostFaultKind.AccessDenied,
    ];

    /// <summary>Whether some of it only shows when a server is called.</summary>
    public bool HasHiddenFault { get; private set; }

    /// <summary>Tells what was done; null for nothing.</summary>
    public async Task<string?> ActAsync()
    {
        if (!draw.Chance(40) || !Directory.Exists(dataDirectory))
        {
            return null;
        }

        var hand = new LabOperator(dataDirectory, time);
        var (what, which) = (draw.Below(16), draw.Below(1_000));
        var told = "";
        await hand.LetAsync(async lab => told = await ActAsync(lab, what, which));
        return told;
    }

    private async Task<string> ActAsync(EmbeddedLab lab, int what, int which)
    {
        var records = (await lab.ReadStateAsync(None)).PartnerApplications.Values
            .OrderBy(record => $"{record.Server}/{record.Name}", StringComparer.Ordinal).ToList();
        var servers = lab.Servers.ToList();
        var server = servers[which % servers.Count];
        return what switch
        {
            <= 1 when records.Count > 0 =>
                await ChangeAsync(lab, records[which % records.Count], "disabled", record => record with { Enabled = false }),
            2 when records.Count > 0 =>
                await ChangeAsync(lab, records[which % records.Count], "left without an account", record => record with { LinkedAccount = null }),
            3 when records.Count > 0 => await RemoveAsync(lab, records[which % records.Count]),
            4 => await KeepKeysAsync(lab, TruthInstallation.Lync),
            5 => await UnbindAsync(lab, TruthInstallation.Lync),
            6 or 7 => await OverwriteSettingsAsync(lab, which),
            8 or 9 => await BreakAsync(lab, server.Fqdn, SeenByCallsOnly[which % SeenByCallsOnly.Length]),
            10 => await UnbindAsync(lab, server.Fqdn),
            _ => await TouchCertificatesAsync(lab, server, what),
        };
    }

    private static async Task<string> ChangeAsync(
        EmbeddedLab lab, PartnerApplication record, string how, Func<PartnerApplication, PartnerApplication> change)
    {
        await lab.Partners.ChangeAsync(record.Server, record.Name, change, None);
        return $"{record.Server}/{record.Name} is {how}";
    }

    private static async Task<string> RemoveAsync(EmbeddedLab lab, PartnerApplication record)
    {
        await lab.Partners.RemoveAsync(record.Server, record.Name, None);
        return $"{record.Server}/{record.Name} is removed";
    }

    private static async Task<string> OverwriteSettingsAsync(EmbeddedLab lab, int which)
    {
        if (!(await lab.ReadStateAsync(None)).OAuthConfigurations.TryGetValue(TruthInstallation.Lync, out var settings))
        {
            return "nothing is found to overwrite";
        }

        settings = which % 2 == 0 ? settings with { ExchangeAutodiscoverUrl = null } : settings with { Realm = TruthInstallation.OtherRealm };
        await lab.Partners.OverwriteOAuthConfigurationAsync(settings, None);
        return $"Lync's settings are {settings}";
    }

    private static async Task<string> KeepKeysAsync(EmbeddedLab lab, string server)
    {
        await lab.Faults.SwitchOnAsync(new HostFault(server, HostFaultKind.KeyNotExportable, null), None);
        return $"{server} lets no key go";
    }

    private async Task<string> BreakAsync(EmbeddedLab lab, string server, HostFaultKind kind)
    {
        HasHiddenFault = true;
        await lab.Faults.SwitchOnAsync(new HostFault(server, kind, null), None);
        return $"{server} fails: {kind}, which only a call can see";
    }

    private async Task<string> UnbindAsync(EmbeddedLab lab, string server)
    {
        var options = new EmbeddedOptions([.. lab.Servers], lab.Mailboxes, dataDirectory);
        await using var engine = EmbeddedEngine.Open(options, time, NullLoggerFactory.Instance);
        await engine.Writer.UnbindCertificateAsync(server, Silence.Instance, None);
        return $"the certificates of {server} are unbound";
    }

    private static async Task<string> TouchCertificatesAsync(EmbeddedLab lab, Server server, int what)
    {
        var slots = (await lab.ReadStateAsync(None)).Certificates.GetValueOrDefault(server.Fqdn);
        if (slots?.Current is not { } current)
        {
            return $"{server.Fqdn} has no certificate to touch";
        }

        switch (what)
        {
            case 11:
                await lab.RollCertificateAsync(server.Fqdn, None);
                return $"{server.Fqdn} is rolled";
            case 12:
                await lab.ClearPreviousAsync(server.Fqdn, None);
                return $"the previous certificate of {server.Fqdn} is cleared";
            case 13 when slots.Next is not null:
                await lab.PublishNowAsync(server.Fqdn, None);
                return $"the next certificate of {server.Fqdn} is published";
            case 14 when !server.Members.IsEmpty:
                await lab.RemoveCertificatesAsync(server.Fqdn, server.Members[0], None);
                return $"{server.Members[0]} is emptied";
            default:
                await lab.ForgetPrivateKeyAsync(server.Fqdn, current.Thumbprint, None);
                return $"{server.Fqdn} has lost its private key";
        }
    }
}
