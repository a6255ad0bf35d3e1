using System.CommandLine;
using System.Globalization;
using System.Net;
using PartnerTrust.Emulator.Lab;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab serve</c>: the emulated servers as one long-lived process that people and tools can visit.</summary>
internal static class ServeCommand
{
    public static Command Of(LabAccess access)
    {
        var port = PortOption("--port", "Where the servers listen, on 127.0.0.1; any free port without it");
        var pagePort = PortOption("--page-port", "Where the page is that shows the trust; any free port without it");
        var command = new ExampledCommand(
            "serve",
            "Emulate the servers until interrupted, with a page that shows the trust",
            ("lab serve --data .partnertrust/dev", "Serve the servers on any free port"),
            ("lab serve --port 8443 --page-port 8080", "Serve them where a browser has a bookmark")) { port, pagePort };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            await using var hosts = lab.CreateHosts(parsed.GetValue(port) ?? 0);
            await hosts.ServeLabAsync(
                parsed.GetValue(pagePort) ?? 0, addresses => Announce(lab, addresses, access.Around.Output), cancellationToken);
            return "Stopped.";
        });
        return command;
    }

    private static Option<int?> PortOption(string name, string description) => new Option<int?>(name)
    {
        HelpName = "PORT",
        Description = description,
        CustomParser = OptionValues.Parser(Port, text => $"{name} takes a number up to {IPEndPoint.MaxPort}, not \"{text}\"."),
    }.NeedsValue();

    private static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort ? port : null;

    private static void Announce(EmbeddedLab lab, LabAddresses addresses, TextWriter output)
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
