using System.Diagnostics;
using PartnerTrust.Deployment;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>The two-way trust of the example, as a program inside the test: what depends on nothing is declared at once.</summary>
internal sealed class TwoWayProgram : IProgram
{
    private DeploymentRun? run;

    public Task<int> RunAsync(DeploymentRun run, CancellationToken kill)
    {
        this.run = run;
        return new TestProgram(DeclareAsync).RunAsync(run, kill);
    }

    /// <summary>As <c>kill -9</c>, the plugins alone.</summary>
    public void KillPlugins()
    {
        foreach (var id in run!.Providers.Plugins.ProcessIds)
        {
            Process.GetProcessById(id).Kill();
        }
    }

    private static async Task DeclareAsync(TestStack stack)
    {
        var autodiscover = DeclareAsync(stack, "OAuthConfiguration", "lync", [
            ("server", Litware.Lync), ("exchangeAutodiscoverUrl", $"https://{Litware.Exchange}/autodiscover/autodiscover.svc")]);
        var documents = await Task.WhenAll(
            SignAsync(stack, "lync", Litware.Lync, autodiscover), SignAsync(stack, "exchange", Litware.Exchange));
        var partners = await Task.WhenAll(
            DeclareAsync(stack, "PartnerApplication", "exchange-on-lync", [
                ("server", Litware.Lync), ("name", "Exchange"), .. Following(documents[1])]),
            DeclareAsync(stack, "PartnerApplication", "lync-on-exchange", [
                ("server", Litware.Exchange), ("name", "LyncEnterprise"), .. Following(documents[0]),
                ("linkedAccount", PropertyMap.Of(
                    ("name", "LyncEnterprise-ApplicationAccount"), ("roles", ListValue.Of(["UserApplication", "ArchiveApplication"]))))]));
        await DeclareAsync(
            stack,
            "ConnectivityCheck",
            "lync-to-exchange",
            [("server", Litware.Lync), ("sipUri", Litware.Ken), ("folder", "ConversationHistory")],
            [.. partners.Select(partner => partner.Urn), (await autodiscover).Urn]);
    }

    private static async Task<RegisterResourceResponse> SignAsync(
        TestStack stack, string name, string server, params Task<RegisterResourceResponse>[] before)
    {
        var certificate = await DeclareAsync(stack, "CertificateBinding", name, [
            ("server", server), ("source", PropertyMap.Of(("generate", PropertyMap.Empty)))]);
        var settings = await Task.WhenAll(before);
        return await DeclareAsync(
            stack, "AuthMetadataEndpoint", name, [("server", server)], [certificate.Urn, .. settings.Select(written => written.Urn)]);
    }

    private static (string Key, PropertyValue Value)[] Following(RegisterResourceResponse document)
    {
        var outputs = PropertyCodec.Decode(document.Object);
        return
        [
            ("authMetadataUrl", outputs.GetValueOrDefault("url", UnknownValue.Text)),
            ("refreshTrigger", outputs.GetValueOrDefault("fingerprint", UnknownValue.Text)),
        ];
    }

    private static Task<RegisterResourceResponse> DeclareAsync(
        TestStack stack, string type, string name, (string Key, PropertyValue Value)[] inputs, params string[] dependencies) =>
        stack.ResourceAsync($"partnertrust:index:{type}", name, request => request.Dependencies.AddRange(dependencies), inputs);
}
