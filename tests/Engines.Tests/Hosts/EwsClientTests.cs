using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Engines.Tests.Hosts;

/// <summary>A real EWS client, the npm package <c>ews-javascript-api</c>, against the embedded Exchange.</summary>
public sealed class EwsClientTests
{
    private static readonly string Interop = Path.Combine(RepositoryRoot(), "tests", "Interop");

    [SkippableFact]
    public async Task The_npm_client_writes_finds_reads_and_deletes_an_item()
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Interop, "node_modules", "ews-javascript-api")), "npm packages are not installed in tests/Interop.");
        Skip.IfNot(HasNode(), "Node.js is not on PATH.");
        await using var litware = new Litware().WithTwoWayTrust();
        var input = new JObject
        {
            ["host"] = Litware.Exchange,
            ["port"] = await litware.Hosts.StartAsync(Litware.Forever),
            ["token"] = litware.TokenForKen(),
            ["subject"] = "Conversation with “Pilar”, Ken and Zoë",
        };

        var seen = await RunAsync(litware, input.ToString(Formatting.None));

        Assert.Equal("Conversation History", (string?)seen["folder"]);
        Assert.Equal(1, (int?)seen["found"]);
        Assert.Equal((string?)input["subject"], (string?)seen["subject"]);
        Assert.Equal("Written by ews-javascript-api", (string?)seen["body"]);
        Assert.Equal("IPM.Note.Microsoft.Conversation", (string?)seen["itemClass"]);
        Assert.Equal("ErrorItemNotFound", (string?)seen["afterwards"]);
        Assert.Empty(litware.Backend.Items);
    }

    private static async Task<JObject> RunAsync(Litware litware, string input)
    {
        var directory = Directory.CreateTempSubdirectory("partnertrust-ews-");
        try
        {
            var authority = Path.Combine(directory.FullName, "authority.pem");
            await File.WriteAllTextAsync(authority, await litware.Hosts.ReadAuthorityAsync(Litware.Forever));
            var start = new ProcessStartInfo("node", ["ews/mailbox.mjs"])
            {
                WorkingDirectory = Interop,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["NODE_EXTRA_CA_CERTS"] = authority;
            using var node = Process.Start(start)!;
            await node.StandardInput.WriteAsync(input);
            node.StandardInput.Close();
            var errors = node.StandardError.ReadToEndAsync();
            var output = await node.StandardOutput.ReadToEndAsync();
            Assert.True(output.Length > 0, await errors);
            return JObject.Parse(output);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static bool HasNode()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static string RepositoryRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "PartnerTrust.slnx")))
            directory = directory.Parent;

        return directory.FullName;
    }
}
