using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.Embedded.Hosts.Faults;
using PartnerTrust.Engines.Embedded.Hosts.Lab;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Lab;

/// <summary>What an operator of the played servers can do behind a stack's back: <c>lab status|roll|publish|clear-previous|empty|clock|fault|backup|rekey|init|serve</c>.</summary>
internal sealed class LabCommands(TextWriter output, TimeProvider time, ILoggerFactory logs, Func<string, string?> environment)
{
    private const string Usage = """
        Usage: pulumi-resource-partnertrust lab COMMAND --data DIRECTORY
          status                                   what the servers hold
          roll --server FQDN                       bind a new signing certificate and tell nobody
          publish --server FQDN                    let the staged certificate sign from now on
          clear-previous --server FQDN             forget the certificate that signed before
          empty --server FQDN --member FQDN        remove all certificates from one machine of a pool
          clock [--advance SPAN] [--reset]         move the servers' clock on, by 3d or 12h or 30m, or back to the machine's
          fault --server FQDN KIND [VALUE]         make the server fail from now on
          fault --server FQDN [KIND] --off         let it work again
          backup --to DIRECTORY                    copy everything, keys included, while it is in use
          rekey                                    encrypt the private keys anew: with PARTNERTRUST_NEW_PASSPHRASE, or with a new key file
          init --identity GUID                     make an empty store in the place of one that is lost
          serve [--port PORT] [--page-port PORT]   play the servers until interrupted, with a page that shows the trust
        """;

    public async Task<int> RunAsync(LabArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Command is not ("status" or "roll" or "publish" or "clear-previous" or "empty" or "clock" or "fault" or "backup" or "rekey" or "init" or "serve"))
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return arguments.Command is "" or "help" ? 0 : 2;
        }

        try
        {
            if (arguments.Command == "init")
            {
                return await InitAsync(arguments, cancellationToken).ConfigureAwait(false);
            }

            await using var lab = await EmbeddedLab
                .OpenAsync(arguments.DataDirectory(environment), time, logs, cancellationToken).ConfigureAwait(false);
            return await RunAsync(lab, arguments, cancellationToken).ConfigureAwait(false);
        }
        catch (FaultException refusal)
        {
            await output.WriteLineAsync(refusal.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private async Task<int> InitAsync(LabArguments arguments, CancellationToken cancellationToken)
    {
        var directory = arguments.DataDirectory(environment);
        if (!Guid.TryParse(arguments.Option("identity"), out var identity))
        {
            throw new FaultException(FaultCatalogue.StoreIdentityInvalid(arguments.Option("identity")));
        }

        await EmbeddedLab.InitAsync(directory, identity, logs, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"{directory} holds an empty store that stands for {identity:D}. A refresh finds that nothing is left, and the next update makes it anew.").ConfigureAwait(false);
        return 0;
    }

    private Task<int> RunAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken) => arguments.Command switch
    {
        "status" => new LabStatus(lab, output).ShowAsync(cancellationToken),
        "roll" => RollAsync(lab, arguments, cancellationToken),
        "publish" => ChangeCertificatesAsync(arguments, lab.PublishNowAsync, cancellationToken),
        "clear-previous" => ChangeCertificatesAsync(arguments, lab.ClearPreviousAsync, cancellationToken),
        "clock" => new LabClockCommand(output, time, arguments.DataDirectory(environment)).RunAsync(arguments),
        "empty" => EmptyAsync(lab, arguments, cancellationToken),
        "fault" => FaultAsync(lab, arguments, cancellationToken),
        "backup" => BackUpAsync(lab, arguments, cancellationToken),
        "rekey" => RekeyAsync(lab, cancellationToken),
        _ => ServeAsync(lab, arguments, cancellationToken),
    };

    private async Task<int> RollAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Option("server") is not { Length: > 0 } server)
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return 2;
        }

        var record = await lab.RollCertificateAsync(server, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"{record.Server} now signs with {record.Slots.Current!.Thumbprint}; its partners have not been told.").ConfigureAwait(false);
        return 0;
    }

    private async Task<int> ChangeCertificatesAsync(
        LabArguments arguments, Func<string, CancellationToken, Task<CertificateSlots>> change, CancellationToken cancellationToken)
    {
        if (arguments.Option("server") is not { Length: > 0 } server)
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return 2;
        }

        var slots = await change(server, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync(
            $"{server} signs with {Shown(slots.Current)}; before it signed with {Shown(slots.Previous)}.").ConfigureAwait(false);
        return 0;
    }

    private static string Shown(SigningCertificate? certificate) => certificate is null ? "nothing" : $"{certificate.Thumbprint}";

    private async Task<int> EmptyAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Option("server") is not { Length: > 0 } server || arguments.Option("member") is not { Length: > 0 } member)
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return 2;
        }

        await lab.RemoveCertificatesAsync(server, member, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"{member} has no certificates any more.").ConfigureAwait(false);
        return 0;
    }

    private async Task<int> FaultAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        var kind = Enum.TryParse<HostFaultKind>(arguments.Word(1), ignoreCase: true, out var parsed) ? parsed : (HostFaultKind?)null;
        if (arguments.Option("server") is not { Length: > 0 } server || (kind is null && (arguments.Word(1) is not null || !arguments.Has("off"))))
        {
            await output.WriteLineAsync($"{Usage}\nKinds: {string.Join(", ", Enum.GetNames<HostFaultKind>())}").ConfigureAwait(false);
            return 2;
        }

        if (arguments.Has("off"))
        {
            await lab.Faults.SwitchOffAsync(server, kind, cancellationToken).ConfigureAwait(false);
            await output.WriteLineAsync($"{server} works again.").ConfigureAwait(false);
            return 0;
        }

        await lab.Faults.SwitchOnAsync(new HostFault(server, kind!.Value, arguments.Word(2)), cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"{server} now fails: {kind}.").ConfigureAwait(false);
        return 0;
    }

    private async Task<int> BackUpAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.Option("to") is not { Length: > 0 } directory)
        {
            await output.WriteLineAsync(Usage).ConfigureAwait(false);
            return 2;
        }

        await lab.BackUpAsync(directory, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync($"{Path.GetFullPath(directory)} holds a copy, with the key file if there is one.").ConfigureAwait(false);
        return 0;
    }

    private async Task<int> RekeyAsync(EmbeddedLab lab, CancellationToken cancellationToken)
    {
        var passphrase = environment("PARTNERTRUST_NEW_PASSPHRASE") is { Length: > 0 } given ? given : null;
        var keyFile = await lab.RekeyAsync(passphrase, cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync(keyFile is null
            ? "The private keys are encrypted with the new passphrase: from now on it belongs in PARTNERTRUST_PASSPHRASE."
            : $"The private keys are encrypted with a new key, which {keyFile} holds. PARTNERTRUST_PASSPHRASE is not needed any more.").ConfigureAwait(false);
        return 0;
    }

    private async Task<int> ServeAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        await using var hosts = lab.CreateHosts(Port(arguments, "port"));
        await hosts.ServeLabAsync(Port(arguments, "page-port"), addresses => Announce(lab, addresses), cancellationToken).ConfigureAwait(false);
        await output.WriteLineAsync("Stopped.").ConfigureAwait(false);
        return 0;
    }

    private void Announce(EmbeddedLab lab, LabAddresses addresses)
    {
        output.WriteLine($"The trust at a glance: {addresses.Page}");
        output.WriteLine($"The servers answer on https://127.0.0.1:{addresses.HttpsPort} under their own names:");
        foreach (var server in lab.Servers)
        {
            output.WriteLine($"  {server.Product,-16} {server.MetadataUrl}");
        }

        output.Flush();
    }

    private static int Port(LabArguments arguments, string option) =>
        int.TryParse(arguments.Option(option), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort ? port : 0;
}
