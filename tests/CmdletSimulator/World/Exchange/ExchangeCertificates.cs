using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>The certificates of each machine (domain.md 2.3).</summary>
internal sealed class ExchangeCertificates(WorldStore store, ExchangeDirectory directory, SimulatedWorld world) : INoun
{
    private const int FiveYears = 1826;

    public void AddTo(CmdletTable table) => table
        .Add("Get-ExchangeCertificate", GetAsync)
        .Add("Import-ExchangeCertificate", ImportAsync)
        .Add("New-ExchangeCertificate", NewAsync)
        .Add("Export-ExchangeCertificate", ExportAsync)
        .Add("Enable-ExchangeCertificate", EnableAsync)
        .Add("Remove-ExchangeCertificate", RemoveAsync);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var machine = MachineOf(call);
        var all = await OnMachineAsync(server, machine, cancellationToken);
        if (Named(call) is not { } thumbprint)
        {
            return PlayedAnswer.Of(all.Select(stored => Shown(stored, server)));
        }

        var found = all.FirstOrDefault(stored => stored.Certificate.Thumbprint == Parsed(call, thumbprint));
        return found is null
            ? throw ExchangeErrors.NoCertificate(call.Cmdlet, thumbprint, machine)
            : PlayedAnswer.Of(Shown(found, server));
    }

    private async Task<PlayedAnswer> ImportAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        if (call.Set != "FileData")
        {
            throw new PlayedErrorException(WorldErrors.Unplayed("Import-ExchangeCertificate is played for -FileData alone."));
        }

        var brought = CertificateReader.ReadPfxOrPem(call.Bytes("FileData")!.Value.AsSpan(), call.Text("Password"));
        await PutAsync(server, MachineOf(call), brought, cancellationToken);
        var stored = await store.FindCertificateAsync(server, brought.Certificate.Thumbprint, cancellationToken);
        return PlayedAnswer.Of(Shown(stored!, server));
    }

    private async Task<PlayedAnswer> NewAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        if (!call.IsOn("Force") && !call.IsConfirmed)
        {
            return PlayedAnswer.Asks("Overwrite the existing default SMTP certificate?");
        }

        var size = call.Parameters.GetValueOrDefault("KeySize") is SentValue.Number number ? (int)number.Value : 2048;
        var made = CertificateGenerator.SelfSigned(call.Text("SubjectName") ?? $"CN={MachineOf(call)}", size, FiveYears, store.Now);
        await PutAsync(server, MachineOf(call), made, cancellationToken);
        var stored = await store.FindCertificateAsync(server, made.Certificate.Thumbprint, cancellationToken);
        return PlayedAnswer.Of(Shown(stored!, server));
    }

    private async Task<PlayedAnswer> ExportAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var stored = await RequireAsync(call, server, cancellationToken);
        var key = await store.FindKeyAsync(server, stored.Certificate.Thumbprint, cancellationToken);
        if (key is null || stored.Exportable == false)
        {
            throw ExchangeErrors.Refused(call.Cmdlet, "The private key of the certificate cannot be exported.");
        }

        return PlayedAnswer.Of(Things.Of(
            "Microsoft.Exchange.Management.SystemConfigurationTasks.BinaryFileDataObject",
            null,
            ("FileData", new PlayedValue.Bytes(Pfx.Of(key, call.Text("Password"))))));
    }

    private async Task<PlayedAnswer> EnableAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var stored = await RequireAsync(call, server, cancellationToken);
        directory.Of(server).CertificateServices[stored.Certificate.Thumbprint.Hex] = call.Required("Services");
        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var stored = await RequireAsync(call, server, cancellationToken);
        var slots = await store.ReadSlotsAsync(server, cancellationToken);
        if (ServerSnapshot.InSlots(slots).Contains(stored.Certificate))
        {
            throw ExchangeErrors.Refused(call.Cmdlet, "The certificate is used by the authorization configuration and cannot be removed.");
        }

        store.Forget(server, stored.Certificate.Thumbprint);
        return PlayedAnswer.Nothing;
    }

    private async Task PutAsync(Server server, string machine, CertificateWithKey brought, CancellationToken cancellationToken)
    {
        await store.AddAsync(server, brought, cancellationToken);
        var thumbprint = brought.Certificate.Thumbprint;
        if (server.MemberNamed(machine) is { } member)
        {
            await store.WriteAsync(
                session =>
                {
                    if (!session.Certificates.ListCopies(server.Fqdn).Any(copy => copy.Server == member && copy.Thumbprint == thumbprint))
                    {
                        session.Certificates.Replicate(server.Fqdn, member, thumbprint);
                    }
                },
                cancellationToken);
        }
    }

    private async Task<StoredCertificate> RequireAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var machine = MachineOf(call);
        var thumbprint = Named(call) ?? throw ExchangeErrors.NoCertificate(call.Cmdlet, "", machine);
        return (await OnMachineAsync(server, machine, cancellationToken))
            .FirstOrDefault(stored => stored.Certificate.Thumbprint == Parsed(call, thumbprint))
            ?? throw ExchangeErrors.NoCertificate(call.Cmdlet, thumbprint, machine);
    }

    private async Task<ImmutableArray<StoredCertificate>> OnMachineAsync(Server server, string machine, CancellationToken cancellationToken)
    {
        var all = await store.ListCertificatesAsync(server, cancellationToken);
        if (server.MemberNamed(machine) is not { } member)
        {
            return all;
        }

        var copies = await store.ReadAsync(session => session.Certificates.ListCopies(server.Fqdn), cancellationToken);
        return
        [
            .. from stored in all
               from copy in copies
               where copy.Server == member && copy.Thumbprint == stored.Certificate.Thumbprint
               select stored with { HasPrivateKey = copy.HasPrivateKey, Exportable = copy.Exportable },
        ];
    }

    private string MachineOf(PlayedCall call)
    {
        var machine = call.Text("Server") ?? call.Text("Identity")?.Split('\\') switch
        {
            [var named, _] => named,
            _ => call.Machine,
        };
        return !world.Unreachable.ContainsKey(machine) && world.FindServer(machine)?.Product == ServerProduct.ExchangeServer
            ? machine
            : throw ExchangeErrors.Unreached(call.Cmdlet, machine);
    }

    /// <summary>By the thumbprint, or an identity <c>server\thumbprint</c>.</summary>
    private static string? Named(PlayedCall call) => call.Text("Thumbprint") ?? call.Text("Identity")?.Split('\\')[^1];

    private static Thumbprint? Parsed(PlayedCall call, string text) => Thumbprint.TryParse(text, out var thumbprint)
        ? thumbprint
        : throw ExchangeErrors.Refused(call.Cmdlet, $"{text} is not a thumbprint.");

    private PlayedValue.Certificate Shown(StoredCertificate stored, Server server)
    {
        const string Tasks = "Microsoft.Exchange.Management.SystemConfigurationTasks";
        var certificate = stored.Certificate;
        return new PlayedValue.Certificate(
            $"{Tasks}.ExchangeCertificate",
            certificate.Der,
            [
                new("Services", PlayedValue.Of(directory.Of(server).CertificateServices.GetValueOrDefault(certificate.Thumbprint.Hex) ?? "None")),
                new("Status", Things.Enumeration(
                    $"{Tasks}.CertificateStatus", certificate.NotAfter < store.Now ? "DateInvalid" : "Valid", "Unknown", "Valid", "DateInvalid")),
                new("HasPrivateKey", PlayedValue.Of(stored.HasPrivateKey != false)),
                new("IsSelfSigned", PlayedValue.Of(certificate.Subject == certificate.Issuer)),
                new("PrivateKeyExportable", PlayedValue.Of(stored.Exportable != false)),
                new("Identity", PlayedValue.Of($"{server.Fqdn}\\{certificate.Thumbprint.Hex}")),
            ]);
    }
}
