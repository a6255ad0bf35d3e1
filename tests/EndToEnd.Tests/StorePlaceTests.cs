using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The published plugin and the place of its store: what works is neither lost nor made twice when the place is written otherwise,
/// mistyped, copied or gone.</summary>
public sealed class StorePlaceTests
{
    [SkippableFact]
    public async Task Another_spelling_of_the_data_directory_changes_nothing_on_the_servers()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        Configure(bench, "data");
        var first = await bench.Host(DeclareAsync).UpAsync();
        Configure(bench, "./data//");

        var again = await bench.Host(DeclareAsync).UpAsync();

        Assert.True(first.Succeeded && again.Succeeded, bench.Output.ToString());
        Assert.DoesNotContain(again.Changes, step => step.Type.StartsWith("partnertrust:", StringComparison.Ordinal));
        Assert.NotNull((await EmulatedServers.ReadAsync(bench.Data)).Certificates[Litware.Lync].Current);
    }

    [SkippableFact]
    public async Task A_mistyped_directory_is_refused_and_nothing_is_lost_when_it_is_put_right()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        Configure(bench, "data");
        await bench.Host(DeclareAsync).UpAsync();
        var before = (await EmulatedServers.ReadAsync(bench.Data)).Certificates[Litware.Lync];

        Configure(bench, "dta");
        var mistyped = await bench.Host(DeclareAsync).UpAsync();
        Configure(bench, "data");
        var settled = await bench.Host(DeclareAsync).UpAsync();

        Assert.False(mistyped.Succeeded);
        Assert.Contains(mistyped.Log.Diagnostics, said => said.Message.Contains("PT7020", StringComparison.Ordinal));
        Assert.False(Directory.Exists(Path.Combine(bench.Folder, "dta")));
        Assert.True(settled.Succeeded, bench.Output.ToString());
        Assert.DoesNotContain(settled.Changes, step => step.Type.StartsWith("partnertrust:", StringComparison.Ordinal));
        Assert.Equal(before, (await EmulatedServers.ReadAsync(bench.Data)).Certificates[Litware.Lync]);
    }

    [SkippableFact]
    public async Task A_refresh_without_the_data_directory_drops_nothing_and_a_backup_is_taken_for_it()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        await bench.Host(DeclareAsync).UpAsync();
        await bench.LabAsync("backup", "--to", Path.Combine(bench.Folder, "backup"));
        Directory.Delete(bench.Data, recursive: true);

        var lost = await bench.Host(DeclareAsync).RefreshAsync();
        Directory.Move(Path.Combine(bench.Folder, "backup"), bench.Data);
        var restored = await bench.Host(DeclareAsync).RefreshAsync();

        Assert.False(lost.Succeeded);
        Assert.Contains(lost.Log.Diagnostics, said => said.Message.Contains("PT7020", StringComparison.Ordinal));
        Assert.True(restored.Succeeded, bench.Output.ToString());
        Assert.Empty(restored.Changes);
    }

    /// <summary>The one that creates and the one that deletes are different processes.</summary>
    [SkippableFact]
    public async Task What_goes_over_to_another_provider_of_the_same_directory_stays()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        await bench.Host(stack => DeclareAsync(stack, "one")).UpAsync();

        var moved = await bench.Host(stack => DeclareAsync(stack, "two")).UpAsync();
        var settled = await bench.Host(stack => DeclareAsync(stack, "two")).RefreshAsync();

        Assert.True(moved.Succeeded, bench.Output.ToString());
        Assert.Contains(
            moved.Changes,
            step => step.Operation == StepOperation.DeleteReplaced && step.Type.EndsWith(":CertificateBinding", StringComparison.Ordinal));
        Assert.Empty(settled.Changes);
        Assert.NotEqual(CertificateSlots.Empty, (await EmulatedServers.ReadAsync(bench.Data)).Certificates[Litware.Lync]);
    }

    [SkippableFact]
    public async Task A_record_that_the_command_line_has_replaced_is_one_record_under_its_new_name()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        Task Declare(TestStack stack) => Partners.UnnamedAsync(stack, Litware.Lync, "contoso");
        await bench.Host(Declare).UpAsync();
        var before = Assert.Single((await EmulatedServers.ReadAsync(bench.Data)).PartnerApplications.Values);
        var urn = Bench.Resources(bench.Host(Declare)).Select(resource => resource!["urn"]!.ToString())
            .Single(known => known.Contains(":PartnerApplication::", StringComparison.Ordinal));

        var replaced = await bench.HostReplacing(urn, Declare).UpAsync();
        var settled = await bench.Host(Declare).UpAsync();

        Assert.True(replaced.Succeeded, bench.Output.ToString());
        var after = Assert.Single((await EmulatedServers.ReadAsync(bench.Data)).PartnerApplications.Values);
        Assert.Equal((before.Issuer, false), (after.Issuer, before.Name == after.Name));
        Assert.True(settled.Succeeded, bench.Output.ToString());
        Assert.Empty(settled.Changes);
    }

    private static void Configure(Bench bench, string directory)
    {
        var path = Path.Combine(bench.Folder, "Pulumi.dev.yaml");
        var kept = File.ReadAllLines(path).Where(line => !line.Contains("dataDirectory", StringComparison.Ordinal) && line.Length > 0);
        File.WriteAllLines(path, [.. kept, $"  partnertrust:dataDirectory: {directory}"]);
    }

    private static Task DeclareAsync(TestStack stack) => DeclareAsync(stack, null);

    private static async Task DeclareAsync(TestStack stack, string? provider)
    {
        var served = provider is null ? null : await stack
            .ResourceAsync("pulumi:providers:partnertrust", provider, _ => { }, ("servers", ListValue.Of(
            [PropertyMap.Of(("fqdn", Litware.Lync), ("product", "LyncServer"))])));
        await stack.ResourceAsync(
            "partnertrust:index:CertificateBinding",
            "lync",
            request => request.Provider = served is null ? "" : $"{served.Urn}::{served.Id}",
            ("server", Litware.Lync),
            ("source", PropertyMap.Of(("generate", PropertyMap.Of(("subject", "CN=litwareinc.com"))))));
    }
}
