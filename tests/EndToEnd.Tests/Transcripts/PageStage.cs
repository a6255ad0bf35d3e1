using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Installations;
using PartnerTrust.EndToEnd.Tests.Cmdlets;

namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>Where the pages are worked through: the example after <c>pulumi up</c>, anew for each page. Its stack <c>dev</c> is on emulated servers;
/// <c>prod</c> is the same program on servers that are reached through real shells, and are played.</summary>
public sealed class PageStage : IAsyncLifetime
{
    private const string Example = "two-way-trust";
    private const string Passphrase = "lab";

    private readonly ExampleCheckout deployed = new();
    private readonly string played = Directory.CreateTempSubdirectory("partnertrust-pages-").FullName;
    private PlayedInstallation? servers;

    private static bool IsPossible => File.Exists(Checkout.Plugin) && !OperatingSystem.IsWindows();

    public async Task InitializeAsync()
    {
        if (!IsPossible)
        {
            return;
        }

        if (CmdletSettings.ArePossible)
        {
            servers = await CmdletSettings.OpenServersAsync(played);
            await File.WriteAllTextAsync(
                Path.Combine(deployed.Folder(Example), "Pulumi.prod.yaml"),
                CmdletSettings.TextOf(servers, CmdletSettings.OwnOf(Example), transcript: null));
        }

        var (code, text) = await deployed.TypeAsync(Example, PulumiCli.IsUsed
            ? $"export PULUMI_CONFIG_PASSPHRASE={Passphrase} && pulumi stack init prod && pulumi stack init dev && pulumi up --yes"
            : "pulumi up --yes");
        Assert.True(code == 0, text);
    }

    public async Task DisposeAsync()
    {
        deployed.Dispose();
        if (servers is not null)
        {
            await servers.DisposeAsync();
        }

        Directory.Delete(played, recursive: true);
    }

    /// <summary>A page is typed, and each answer is held against what the page shows.</summary>
    internal async Task TypeAsync(CommandPage page, PageShell shell)
    {
        Checkout.RequirePlugin();
        Skip.IfNot(IsPossible, "The example's tools are scripts of a Unix shell.");
        Skip.If(page.AsksRealServers && servers is null, "Servers behind real shells cannot be played here.");
        using var copy = new ExampleCheckout();
        await CopyAsync(copy);

        var answers = await shell.TypeAsync(
            page.Steps, copy.Folder(Example), Path.Combine(copy.Root, "typed.ps1"), [.. copy.Environment, .. Surroundings()]);

        foreach (var (step, index) in page.Steps.Select((step, index) => (step, index)))
        {
            Assert.True(index < answers.Count, $"{page} in {shell.Name}: not typed any more:\n{shell.LinesOf(step)}\nbut answered before:\n{string.Join('\n', answers)}");
            var broken = step.Answer is { } shown
                ? new AnswerForm(shown).FirstBroken(answers[index])
                : answers[index].Contains("(exit code ", StringComparison.Ordinal) ? "(exit code 0)" : null;
            Assert.True(broken is null, $"{page} in {shell.Name}: not answered: {broken}\nto:\n{shell.LinesOf(step)}\nbut:\n{answers[index]}");
        }
    }

    /// <summary>Which stack was selected, the CLI remembers by the folder, which is another for each page.</summary>
    private IEnumerable<(string Name, string Value)> Surroundings() =>
    [
        ("PULUMI_CONFIG_PASSPHRASE", Passphrase),
        ("PULUMI_STACK", "dev"),
        .. (servers?.Surroundings ?? ImmutableDictionary<string, string>.Empty).Select(variable => (variable.Key, variable.Value)),
    ];

    /// <summary>With owners, times and rights, and what the tools keep beside the example.</summary>
    private async Task CopyAsync(ExampleCheckout copy)
    {
        var (code, text) = await Tool.RunAsync(
            "sh", ["-c", $"cp -a \"$0\"/examples/{Example} \"$1\"/examples/ && if test -d \"$0\"/.pulumi; then cp -a \"$0\"/.pulumi \"$1\"/; fi", deployed.Root, copy.Root], copy.Root);
        Assert.True(code == 0, text);
    }
}
