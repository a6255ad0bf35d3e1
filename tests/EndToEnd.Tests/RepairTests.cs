using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Operations;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>What others do to a trust costs no record, and is put right in an adopted stack as in any other.</summary>
public sealed class RepairTests
{
    private const string LyncUrl = $"https://{Litware.Lync}/metadata/json/1";

    [SkippableFact]
    public async Task A_document_that_turned_wrong_is_refused_by_preview_and_update_and_the_record_stays_until_it_is_right_again()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        await ExpectAsync(bench, bench.Host(FollowAsync).UpAsync());
        var before = (await EmulatedServers.ReadAsync(bench.Data)).PartnerApplications;

        await EmulatedServers.SetLyncRealmAsync(bench.Data, "fabrikam.com");
        var preview = await bench.Host(FollowAsync).PreviewAsync();
        var up = await bench.Host(FollowAsync).UpAsync();

        Assert.All([preview, up], result =>
        {
            Assert.False(result.Succeeded);
            Assert.Contains(result.Log.Diagnostics, said => said.Message.Contains("PT4002", StringComparison.Ordinal));
        });
        Assert.Equal(before, (await EmulatedServers.ReadAsync(bench.Data)).PartnerApplications);

        await EmulatedServers.SetLyncRealmAsync(bench.Data, "litwareinc.com");
        await ExpectAsync(bench, bench.Host(FollowAsync).UpAsync());
        Assert.Empty((await ExpectAsync(bench, bench.Host(FollowAsync).PreviewAsync())).Changes);
    }

    [SkippableFact]
    public async Task An_adopted_partner_whose_key_was_rolled_is_repaired_by_a_refresh_and_an_update()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        await ExpectAsync(bench, bench.Host(FollowAsync).UpAsync());
        var adopting = new ImportRequest("partnertrust:index:PartnerApplication", "partner", $"{Litware.Exchange}/LyncEnterprise");
        await ExpectAsync(bench, bench.Host(_ => Task.CompletedTask, "other").ImportAsync([adopting]));
        Assert.Empty((await ExpectAsync(bench, bench.Host(AdoptAsync, "other").PreviewAsync())).Changes);

        await bench.LabAsync("roll", "--server", Litware.Lync);
        await ExpectAsync(bench, bench.Host(AdoptAsync, "other").RefreshAsync());
        var repaired = await ExpectAsync(bench, bench.Host(AdoptAsync, "other").UpAsync());

        var step = Assert.Single(repaired.Changes);
        Assert.Equal((StepOperation.Update, "partner"), (step.Operation, step.Name));
        Assert.Equal(["trustedKeys"], step.Changes.Keys);
        Assert.Empty((await ExpectAsync(bench, bench.Host(AdoptAsync, "other").RefreshAsync())).Changes);
        Assert.Empty((await ExpectAsync(bench, bench.Host(AdoptAsync, "other").PreviewAsync())).Changes);
    }

    private static async Task FollowAsync(TestStack stack)
    {
        var certificate = await DeclareAsync(
            stack, "CertificateBinding", "certificate", [("server", Litware.Lync), ("source", PropertyMap.Of(("generate", PropertyMap.Empty)))]);
        var document = await DeclareAsync(stack, "AuthMetadataEndpoint", "document", [("server", Litware.Lync)], certificate.Urn);
        var fingerprint = PropertyCodec.Decode(document.Object).GetValueOrDefault("fingerprint", UnknownValue.Text);
        await DeclareAsync(stack, "PartnerApplication", "partner", [.. Partner, ("refreshTrigger", fingerprint)], document.Urn);
    }

    private static Task AdoptAsync(TestStack stack) => DeclareAsync(stack, "PartnerApplication", "partner", Partner);

    private static (string Key, PropertyValue Value)[] Partner =>
    [
        ("server", Litware.Exchange), ("name", "LyncEnterprise"), ("authMetadataUrl", LyncUrl), ("linkedAccount", PropertyMap.Of(
            ("name", "LyncEnterprise-ApplicationAccount"))),
    ];

    private static Task<RegisterResourceResponse> DeclareAsync(
        TestStack stack, string type, string name, (string Key, PropertyValue Value)[] inputs, params string[] dependencies) =>
        stack.ResourceAsync($"partnertrust:index:{type}", name, request => request.Dependencies.AddRange(dependencies), inputs);

    private static async Task<DeploymentResult> ExpectAsync(Bench bench, Task<DeploymentResult> command)
    {
        var result = await command;
        Assert.True(result.Succeeded, bench.Output.ToString());
        return result;
    }
}
