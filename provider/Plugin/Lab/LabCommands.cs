using Microsoft.Extensions.Logging;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Lab;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Lab;

/// <summary>What an operator of the played servers can do behind a stack's back: <c>lab status</c> and the others of <see cref="LabForm"/>.
/// What was done goes to <paramref name="output"/>, what stood against it to <paramref name="messages"/>.</summary>
internal sealed class LabCommands(
    TextWriter output, TextWriter messages, TimeProvider time, ILoggerFactory logs, Func<string, string?> environment)
{
    public async Task<int> RunAsync(LabArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.AsksForHelp)
        {
            await output.WriteAsync(LabForm.Usage);
            return 0;
        }

        return await CommandResult.OfAsync(messages, LabForm.Usage, async () =>
        {
            var form = LabForm.Of(arguments);
            if (form.Name == "init")
            {
                return await InitAsync(arguments, cancellationToken);
            }

            await using var lab = await EmbeddedLab
                .OpenAsync(arguments.DataDirectory(environment), time, logs, cancellationToken);
            return await RunAsync(lab, form, arguments, cancellationToken);
        });
    }

    private async Task<int> InitAsync(LabArguments arguments, CancellationToken cancellationToken)
    {
        var directory = arguments.DataDirectory(environment);
        var identity = Guid.Parse(arguments.Option("identity")!);
        await EmbeddedLab.InitAsync(directory, identity, logs, cancellationToken);
        await output.WriteLineAsync(
            $"{directory} holds an empty store that stands for {identity:D}. A refresh finds that nothing is left, and the next update makes it anew.");
        return 0;
    }

    private Task<int> RunAsync(EmbeddedLab lab, LabForm form, LabArguments arguments, CancellationToken cancellationToken) => form.Name switch
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
        var record = await lab.RollCertificateAsync(arguments.Needed("server"), cancellationToken);
        await output.WriteLineAsync($"{record.Server} now signs with {record.Slots.Current!.Thumbprint}; its partners have not been told.");
        return 0;
    }

    private async Task<int> ChangeCertificatesAsync(
        LabArguments arguments, Func<string, CancellationToken, Task<CertificateSlots>> change, CancellationToken cancellationToken)
    {
        var server = arguments.Needed("server");
        var slots = await change(server, cancellationToken);
        await output.WriteLineAsync(
            $"{server} signs with {Shown(slots.Current)}; before it signed with {Shown(slots.Previous)}.");
        return 0;
    }

    private static string Shown(SigningCertificate? certificate) => certificate is null ? "nothing" : $"{certificate.Thumbprint}";

    private async Task<int> EmptyAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        var member = arguments.Needed("member");
        await lab.RemoveCertificatesAsync(arguments.Needed("server"), member, cancellationToken);
        await output.WriteLineAsync($"{member} has no certificates any more.");
        return 0;
    }

    private async Task<int> FaultAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        var server = arguments.Needed("server");
        var kind = LabValues.Kind(arguments);
        if (arguments.Has("off"))
        {
            await lab.Faults.SwitchOffAsync(server, kind, cancellationToken);
            await output.WriteLineAsync($"{server} works again.");
            return 0;
        }

        await lab.Faults.SwitchOnAsync(new HostFault(server, kind!.Value, arguments.Word(2)), cancellationToken);
        await output.WriteLineAsync($"{server} now fails: {kind}.");
        return 0;
    }

    private async Task<int> BackUpAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        var directory = arguments.Needed("to");
        await lab.BackUpAsync(directory, cancellationToken);
        await output.WriteLineAsync($"{Path.GetFullPath(directory)} holds a copy, with the key file if there is one.");
        return 0;
    }

    private async Task<int> RekeyAsync(EmbeddedLab lab, CancellationToken cancellationToken)
    {
        var passphrase = environment("PARTNERTRUST_NEW_PASSPHRASE") is { Length: > 0 } given ? given : null;
        var keyFile = await lab.RekeyAsync(passphrase, cancellationToken);
        await output.WriteLineAsync(keyFile is null
            ? "The private keys are encrypted with the new passphrase: from now on it belongs in PARTNERTRUST_PASSPHRASE."
            : $"The private keys are encrypted with a new key, which {keyFile} holds. PARTNERTRUST_PASSPHRASE is not needed any more.");
        return 0;
    }

    private async Task<int> ServeAsync(EmbeddedLab lab, LabArguments arguments, CancellationToken cancellationToken)
    {
        await using var hosts = lab.CreateHosts(LabValues.Port(arguments, "port")!.Value);
        await hosts.ServeLabAsync(LabValues.Port(arguments, "page-port")!.Value, addresses => Announce(lab, addresses), cancellationToken);
        await output.WriteLineAsync("Stopped.");
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
}
