using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator.Tests.Fixtures;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>A real EWS client, the npm package <c>ews-javascript-api</c>, against the embedded Exchange.</summary>
public sealed class EwsClientTests
{
    private static readonly string Interop = Path.Combine(Repository.Root, "tests", "Interop");

    [SkippableFact]
    public async Task The_npm_client_writes_finds_reads_and_deletes_an_item()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        const string Subject = "Conversation with “Pilar”, Ken and Zoë";

        var seen = await RunAsync(litware, "mailbox.mjs", new JObject { ["subject"] = Subject });

        Assert.Equal("Conversation History", (string?)seen["folder"]);
        Assert.Equal(1, (int?)seen["found"]);
        Assert.Equal(Subject, (string?)seen["subject"]);
        Assert.Equal("Written by ews-javascript-api", (string?)seen["body"]);
        Assert.Equal("IPM.Note.Microsoft.Conversation", (string?)seen["itemClass"]);
        Assert.Equal("ErrorItemNotFound", (string?)seen["afterwards"]);
        Assert.Empty(litware.Backend.Items);
    }

    [SkippableFact]
    public async Task The_npm_client_looks_through_folders_searches_updates_and_moves()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.EnableArchive();

        var seen = await RunAsync(litware, "search.mjs", new JObject { ["appToken"] = litware.AppToken(), ["mailbox"] = Litware.KenSmtp });

        var expected = await File.ReadAllTextAsync(Path.Combine(Interop, "ews", "search.expected.json"));
        Assert.Equal(JObject.Parse(expected).ToString(), seen.ToString());
        Assert.Equal(
            ["archiverecoverableitemspurges", "inbox"], litware.Backend.Items.Select(item => item.Folder.Name).Order(StringComparer.Ordinal));
    }

    private static async Task<JObject> RunAsync(EmulatedEstate litware, string script, JObject input)
    {
        Skip.IfNot(Directory.Exists(Path.Combine(Interop, "node_modules", "ews-javascript-api")), "npm packages are not installed in tests/Interop.");
        Skip.IfNot(HasNode(), "Node.js is not on PATH.");
        (input["host"], input["port"], input["token"]) = (Litware.Exchange, await litware.Hosts.StartAsync(EmulatedEstate.Forever), litware.TokenForKen());
        var directory = Directory.CreateTempSubdirectory("partnertrust-ews-");
        try
        {
            var authority = Path.Combine(directory.FullName, "authority.pem");
            await File.WriteAllTextAsync(authority, await litware.Hosts.ReadAuthorityAsync(EmulatedEstate.Forever));
            var start = new ProcessStartInfo("node", [$"ews/{script}"])
            {
                WorkingDirectory = Interop,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["NODE_EXTRA_CA_CERTS"] = authority;
            using var node = Process.Start(start)!;
            await node.StandardInput.WriteAsync(input.ToString(Formatting.None));
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
}
