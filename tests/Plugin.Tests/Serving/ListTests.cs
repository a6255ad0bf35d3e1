using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Serving;

public sealed class ListTests
{
    private const string Bindings = "partnertrust:index:CertificateBinding";
    private const string Records = "partnertrust:index:PartnerApplication";

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task An_existing_installation_is_listed_across_its_servers_page_by_page_by_ids_that_import(EngineKind kind)
    {
        await using var servers = await ServersUnderTest.StartAsync(kind);
        var plugin = servers.Plugin;
        await Programs.EstablishTrustAsync(plugin, kind);
        await Programs.RegisterPartnersAsync(plugin);

        var all = await ListAsync(plugin, new ListRequest { Token = Bindings });
        var first = await ListAsync(plugin, new ListRequest { Token = Bindings, PageSize = 2 });
        var second = await ListAsync(plugin, new ListRequest { Token = Bindings, PageSize = 2, ContinuationToken = first.Continuation });
        var limited = await ListAsync(plugin, new ListRequest { Token = Bindings, PageSize = 2, Limit = 1 });
        var records = await ListAsync(plugin, new ListRequest { Token = Records });

        string[] always = kind == EngineKind.PowerShell ? [Litware.SharePoint] : [];
        Assert.Equal([PluginUnderTest.Lync, PluginUnderTest.Exchange, .. always, "sts.litwareinc.com"], all.Ids);
        Assert.Equal(all.Ids.Take(4), first.Ids.Concat(second.Ids));
        Assert.Equal("", second.Continuation);
        Assert.Equal([PluginUnderTest.Lync], limited.Ids);
        Assert.Equal("", limited.Continuation);
        Assert.Equal([$"{PluginUnderTest.Lync}/Exchange", $"{PluginUnderTest.Exchange}/LyncEnterprise"], records.Ids);
        foreach (var id in records.Ids)
        {
            await new ManagedResource(plugin, "PartnerApplication", id).ImportAsync(id);
        }
    }

    [Fact]
    public async Task A_query_narrows_the_list_and_one_that_is_not_known_yet_is_answered_so()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);

        var exchange = await ListAsync(plugin, Query(Bindings, ("product", "ExchangeServer")));
        var unknown = await ListAsync(plugin, Query(Records, ("server", UnknownValue.Text)));

        Assert.Equal([PluginUnderTest.Exchange], exchange.Ids);
        Assert.True(unknown.IsComputed);
        Assert.Empty(unknown.Ids);
    }

    [Fact]
    public async Task A_query_or_token_that_is_none_is_refused_by_number()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        await AssertRefusedAsync("PT1006", plugin, Query(Records, ("server", "nowhere.litwareinc.com")));
        await AssertRefusedAsync("PT1204", plugin, new ListRequest { Token = Records, ContinuationToken = "no token" });
    }

    private static async Task AssertRefusedAsync(string code, PluginUnderTest plugin, ListRequest request)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => ListAsync(plugin, request));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains(code, failure.Message, StringComparison.Ordinal);
    }

    private static ListRequest Query(string token, params (string, PropertyValue)[] query) =>
        new() { Token = token, Query = PropertyCodec.Encode(PropertyMap.Of(query)) };

    private static async Task<(List<string> Ids, string Continuation, bool IsComputed)> ListAsync(PluginUnderTest plugin, ListRequest request)
    {
        var ids = new List<string>();
        var (continuation, isComputed) = ("", false);
        await foreach (var response in plugin.Client.ListAsync(request, CancellationToken.None))
        {
            switch (response.ResponseCase)
            {
                case ListResponse.ResponseOneofCase.Result:
                    ids.Add(response.Result.Id);
                    break;
                case ListResponse.ResponseOneofCase.Continuation:
                    continuation = response.Continuation.ContinuationToken;
                    break;
                case ListResponse.ResponseOneofCase.Computed:
                    isComputed = true;
                    break;
            }
        }

        return (ids, continuation, isComputed);
    }
}
