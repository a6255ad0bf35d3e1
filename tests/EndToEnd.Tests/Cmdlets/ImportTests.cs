using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Operations;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>Servers on which everything was made by hand are taken over through their cmdlets.</summary>
public sealed class ImportTests
{
    [SkippableFact]
    public async Task An_installation_by_the_vendors_script_is_adopted_and_removed_and_its_hybrid_stays_as_it_is()
    {
        await using var bench = await CmdletBench.OpenAsync();
        await ExistingInstallation.MakeAsync(bench);
        var hybrid = await ExistingInstallation.HybridRowsAsync(bench);

        var config = await bench.WriteConfigAsync();
        var (code, told) = await bench.PluginAsync("import-file", "--config", config);
        Assert.True(code == 0, told);
        var (file, warnings) = Parted(told);
        var listed = RequestsIn(file);
        Assert.Equal(
            [
                $"CertificateBinding {Litware.Lync}",
                $"AuthMetadataEndpoint https://{Litware.Lync}/metadata/json/1",
                $"OAuthConfiguration {Litware.Lync}",
                $"PartnerApplication {Litware.Lync}/Exchange",
                $"CertificateBinding {Litware.Exchange}",
                $"AuthMetadataEndpoint https://{Litware.Exchange}/autodiscover/metadata/json/1",
                $"PartnerApplication {Litware.Exchange}/{ExistingInstallation.Script}",
            ],
            listed.Select(request => $"{request.Type.Split(':')[^1]} {request.Id}"));
        Assert.All(ExistingInstallation.Hybrid, name => Assert.Contains($"PT1208: \"{name}\" on ", warnings, StringComparison.Ordinal));
        var whole = RequestsIn(Parted((await bench.PluginAsync("import-file", "--config", config, "--with-hybrid")).Text).File);
        Assert.Equal(ExistingInstallation.Hybrid.Length, whole.Except(listed).Count());

        await bench.ExpectAsync(bench.Host(new TestProgram(_ => Task.CompletedTask)).ImportAsync([.. listed]));
        var resources = Bench.Resources(bench.Host());
        Assert.Empty((await bench.ExpectAsync(bench.Host(ProgramOf(resources, inputs => inputs)).PreviewAsync())).Changes);
        Assert.DoesNotContain(bench.World.Calls, call => Changes(call.Cmdlet));

        var changed = ProgramOf(resources, inputs => inputs.ContainsKey("authMetadataUrl")
            ? inputs.Set("acceptSecurityIdentifierInformation", true)
            : inputs);
        Assert.Equal(2, (await bench.ExpectAsync(bench.Host(changed).UpAsync())).Changes.Count());
        Assert.Equal(hybrid, await ExistingInstallation.HybridRowsAsync(bench));

        bench.Host().State.Unprotect(null);
        await bench.ExpectAsync(bench.Host(changed).DestroyAsync());
        var left = (await EmulatedServers.ReadAsync(bench.Data)).PartnerApplications.Values.Select(record => record.Name);
        Assert.Equal(
            ["Exchange Online", "Microsoft Graph", "Skype for Business Online", "Teams", "microsoft.exchange"], left.Order(StringComparer.Ordinal));
        Assert.Equal(hybrid, await ExistingInstallation.HybridRowsAsync(bench));
    }

    private static IReadOnlyList<ImportRequest> RequestsIn(string file) =>
    [
        .. JsonNode.Parse(file)!["resources"]!.AsArray()
            .Select(entry => new ImportRequest(entry!["type"]!.ToString(), entry["name"]!.ToString(), entry["id"]!.ToString())),
    ];

    /// <summary>The file, and what was said beside it.</summary>
    private static (string File, string Messages) Parted(string told)
    {
        var end = told.LastIndexOf("\n}", StringComparison.Ordinal) + 2;
        return (told[..end], told[end..]);
    }

    private static bool Changes(string cmdlet) =>
        !cmdlet.StartsWith("Get-", StringComparison.Ordinal) && !cmdlet.EndsWith("-PSSession", StringComparison.Ordinal) && cmdlet != "Import-Module";

    /// <summary>The program that <c>pulumi import</c> writes: every resource with the inputs that it has.</summary>
    private static TestProgram ProgramOf(JsonArray resources, Func<PropertyMap, PropertyMap> change) => new(async stack =>
    {
        foreach (var resource in resources.Where(resource => resource!["type"]!.ToString().StartsWith("partnertrust:", StringComparison.Ordinal)))
        {
            var inputs = change(PropertyJson.ReadMap(resource!["inputs"], new PlaintextCipher()));
            await stack.ResourceAsync(
                resource["type"]!.ToString(),
                resource["urn"]!.ToString().Split("::")[^1],
                request => request.Protect = true,
                [.. inputs.Select(input => (input.Key, input.Value))]);
        }
    });
}
