using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>What goes into a real PowerShell, and what comes out of it.</summary>
public sealed class CallTests(SharedShell shared) : IClassFixture<SharedShell>
{
    [SkippableFact]
    public async Task Hostile_text_arrives_unchanged_alone_in_lists_and_as_a_secret()
    {
        var shell = shared.Shell;

        await HostileCalls.AssertArriveAsync(shell.RunAsync);
    }

    [SkippableFact]
    public async Task Values_arrive_with_their_types()
    {
        var shell = shared.Shell;
        var id = Guid.NewGuid();
        var when = new DateTimeOffset(2026, 7, 1, 12, 30, 15, 123, TimeSpan.FromHours(5));
        var call = Call(
            ("Flag", new CmdletValue.Flag(true)),
            ("Number", new CmdletValue.Number(-7)),
            ("Id", new CmdletValue.Identifier(id)),
            ("Date", new CmdletValue.Date(when)),
            ("Bytes", new CmdletValue.Bytes([0, 255])),
            ("Switch", new CmdletValue.Switch(false)));

        var found = Assert.Single((await shell.RunAsync(call)).Objects);

        Assert.Equal("Boolean Int32 Guid DateTime Byte[] SwitchParameter", found.Text("Types"));
        Assert.Equal((true, "-7", id.ToString(), when), (found.Flag("Flag"), found.Text("Number"), found.Text("Id"), found.Date("Date")));
        Assert.Equal("Local", found.Text("Kind"));
        Assert.Equal(new byte[] { 0, 255 }, found.Bytes("Bytes")!.Value.ToArray());
        Assert.False(found.Flag("Switch"));
    }

    [SkippableFact]
    public async Task Certificates_and_files_arrive_with_their_content()
    {
        var shell = shared.Shell;
        var content = ImmutableArray.Create<byte>(1, 2, 3);
        var der = Certs.Public(0).Der;

        var found = Assert.Single((await shell.RunAsync(Call(
            ("Certificate", new CmdletValue.Certificate(der, null)), ("Path", new CmdletValue.File(content))))).Objects);

        Assert.Equal($"{Certs.Public(0).Thumbprint} False", found.Text("Certificate"));
        Assert.Equal(content.ToArray(), found.Bytes("Path")!.Value.ToArray());
    }

    [SkippableFact]
    public async Task What_an_object_holds_comes_out_typed_and_what_cannot_be_read_is_not_absent()
    {
        var shell = shared.Shell;
        var call = new CmdletCall("Get-Thing", [])
        {
            Select = ["Name", "Nothing", "When", "List", "Day", "Inner.Name", "Site", "Big", "Broken", "Missing"],
        };

        var thing = Assert.Single((await shell.RunAsync(call)).Objects);

        Assert.Equal(("a", null), (thing.Text("Name"), thing.Text("Nothing")));
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), thing.Date("When"));
        Assert.Equal("x", Assert.Single(thing.Texts("List")));
        Assert.Equal(("Monday", "inner", "https://a.b/"), (thing.Text("Day"), thing.Inner("Inner")!.Text("Name"), thing.Text("Site")));
        Assert.True(thing.Has("Nothing"));
        Assert.False(thing.Has("Missing"));
        Assert.Contains("getter failed", Assert.Throws<UnreadablePropertyException>(() => thing.Text("Broken")).Reason, StringComparison.Ordinal);
        Assert.Throws<UnreadablePropertyException>(() => thing.Flag("Name"));
    }

    [SkippableFact]
    public async Task Noise_floods_and_forged_answers_do_no_harm()
    {
        var shell = shared.Shell;

        foreach (var kind in new[] { "noise", "forged", "many" })
        {
            var answer = await shell.RunAsync("Get-Trouble", ("Kind", new CmdletValue.Text(kind)));

            Assert.True(answer.Succeeded);
            Assert.Equal("after", answer.Objects[^1].Whole);
        }
    }

    [SkippableFact]
    public async Task Streams_come_apart()
    {
        var shell = shared.Shell;

        var answer = await shell.RunAsync("Get-Trouble", ("Kind", new CmdletValue.Text("warnings")));
        var talk = await shell.RunAsync("Get-Trouble", ("Kind", new CmdletValue.Text("noise")));

        Assert.Equal(CallEnding.Done, answer.Ending);
        Assert.False(answer.Succeeded);
        Assert.Equal("careful", Assert.Single(answer.Warnings));
        Assert.Equal("details", Assert.Single(answer.Verbose));
        Assert.Equal("to host", Assert.Single(talk.Information));
        var error = Assert.Single(answer.Errors);
        Assert.Equal(("Bad,Get-Trouble", "InvalidData"), (error.Id, error.Category));
    }

    [SkippableTheory]
    [InlineData("prompt", "HostException")]
    [InlineData("confirm", "HostException")]
    [InlineData("throw", "UnauthorizedAccessException")]
    public async Task Who_asks_or_fails_ends_at_once_and_the_session_lives_on(string kind, string exception)
    {
        var shell = shared.Shell;

        var answer = await shell.RunAsync("Get-Trouble", ("Kind", new CmdletValue.Text(kind)));

        Assert.Contains(answer.Errors, error => error.IsOf(exception));
        Assert.True((await shell.RunAsync("Read-Back", ("Text", new CmdletValue.Text("x")))).Succeeded);
        Assert.Equal(1, shell.Notes.Calls.Count(call => call.Call.Cmdlet == "Import-Module"));
    }

    [SkippableFact]
    public async Task A_cmdlet_and_a_parameter_that_an_older_version_lacks_are_told_apart()
    {
        var shell = shared.Shell;

        var (cmdlet, parameter) = (new CmdletCall("Get-Newer", []), new CmdletCall("Get-Thing", [new("Newer", new CmdletValue.Text("x"))]));

        Assert.Equal("PT8113", ErrorClassifier.Instance.Classify("exch01", cmdlet, await shell.RunAsync(cmdlet)).Code);
        Assert.Equal("PT8114", ErrorClassifier.Instance.Classify("exch01", parameter, await shell.RunAsync(parameter)).Code);
    }

    [SkippableFact]
    public async Task Secrets_are_in_no_record_of_what_was_run()
    {
        var shell = shared.Shell;

        var answer = await shell.RunAsync("Write-Back", ("Secret", new CmdletValue.Secret("geheim-7", IsSecure: false)));

        Assert.True(answer.Succeeded);
        Assert.DoesNotContain("geheim-7", string.Join(" ", shell.Notes.Calls.Select(call => call.Call.ToString())), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_call_that_is_not_in_the_table_is_never_sent()
    {
        var shell = shared.Shell;
        var before = shell.Notes.Calls.Count;

        await Assert.ThrowsAsync<ArgumentException>(() => shell.RunAsync("Get-ChildItem"));
        await Assert.ThrowsAsync<ArgumentException>(() => shell.RunAsync("Read-Back", ("Tex", new CmdletValue.Text("x"))));
        await Assert.ThrowsAsync<ArgumentException>(() => shell.RunAsync(
            "Read-Back", ("Text", new CmdletValue.Text("x")), ("Text", new CmdletValue.Text("y"))));
        Assert.Equal(before, shell.Notes.Calls.Count);
    }

    private static CmdletCall Call(params IEnumerable<(string Name, CmdletValue Value)> parameters) =>
        new("Read-Back", [.. parameters.Select(parameter => new CmdletParameter(parameter.Name, parameter.Value))])
        {
            Select = [.. parameters.Select(parameter => parameter.Name), "Types", "Kind"],
        };
}
