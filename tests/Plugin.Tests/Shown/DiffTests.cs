using System.Text;
using PartnerTrust.Deployment;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.Lifecycle;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Shown;

/// <summary>Every difference as users read it: what the deployment host prints, as Pulumi does with <c>--diff</c>.</summary>
public sealed class DiffTests : IAsyncLifetime
{
    private readonly DeployedStack stack = new() { ShowsDiff = true };
    private readonly StringBuilder text = new();

    public static TheoryData<string> Resources => [.. LifecycleTable.Rows.Select(row => row.Type)];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await stack.DisposeAsync();

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task Every_difference_reads_as_before(string type)
    {
        var row = LifecycleTable.Rows.Single(row => row.Type == type);
        var changed = new HashSet<string>();
        await stack.UpAsync(row.DeclareOthers());
        await ShowAsync("created", stack.PreviewAsync(row.Declare(row.Program)));
        await stack.UpAsync(row.Declare(row.Program));
        foreach (var program in Variations.Of(row))
        {
            var result = await ShowAsync("changed", stack.PreviewAsync(row.Declare(program)));
            changed.UnionWith(result.Log.Steps.Where(step => step.Name == LifecycleRow.Name).SelectMany(step => step.Changes.Keys).Select(TopLevel));
        }

        await ShowAsync("no longer declared", stack.PreviewAsync(row.DeclareOthers()));
        await stack.UpAsync(row.Declare(row.Strict ?? row.Program));
        await row.Drift.Change(stack);
        await stack.RefreshAsync();
        text.AppendLine("=== changed by others").AppendLine(OwnBlock()).AppendLine();
        await ShowAsync("put right", stack.PreviewAsync(row.Declare(row.Strict ?? row.Program)));

        Assert.Empty(PackageSchema.BuiltIn.FindResource(PackageTokens.Of(type))!.Inputs.Properties.Keys.Except(changed).Except(Refused(type)));
        await Verify(Scrubbing.Scrub(text.ToString()).TrimEnd()).UseParameters(type);
    }

    /// <summary>What the row's server does not take, and a URL at which nobody publishes: then the refusal is what users read.</summary>
    private static IEnumerable<string> Refused(string type) => type switch
    {
        "PartnerApplication" => ["linkedAccount", "trustAnySslCertificate", "authMetadataUrl", "isTrustBroker"],
        "AuthorizationServer" => ["authMetadataUrl", "isDefaultAuthorizationEndpoint"],
        _ => [],
    };

    private async Task<DeploymentResult> ShowAsync(string what, Task<DeploymentResult> command)
    {
        var result = await command;
        text.Append("=== ").AppendLine(what).AppendLine(stack.Output.Trim()).AppendLine();
        return result;
    }

    /// <summary>A refresh reads everything at once: only what is said of the resource itself is in the same order every time.</summary>
    private string OwnBlock() =>
        stack.Output.ReplaceLineEndings("\n").Split("\n\n").Single(block => block.Contains($"::{LifecycleRow.Name}]", StringComparison.Ordinal));

    private static string TopLevel(string path) => path.Split('.', '[')[0];
}
