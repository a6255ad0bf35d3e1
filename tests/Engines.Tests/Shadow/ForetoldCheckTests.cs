using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.Tests.Shadow;

/// <summary>A check that cannot be made is refused by the preview in the same step and with the same number as by the servers.</summary>
public sealed class ForetoldCheckTests : IAsyncLifetime
{
    private static readonly ConnectivityRequest Usual = CheckRequests.Storage();

    private Installation installation = null!;

    public static TheoryData<string> Names => [.. Requests.Keys];

    public async Task InitializeAsync()
    {
        installation = await Installation.StartAsync();
        await installation.EstablishAsync();
    }

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_stands_in_the_way_is_foretold_as_it_is_found(string name)
    {
        await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);

        var foretold = await CheckAsync(shadow, Requests[name]);

        Assert.NotEqual("", foretold.Code);
        Assert.Equal(await CheckAsync(installation.Engine, Requests[name]), foretold);
    }

    private static Dictionary<string, ConnectivityRequest> Requests { get; } = new()
    {
        ["the caller is unknown"] = Usual with { Server = "nobody.litwareinc.com" },
        ["the target is unknown"] = Usual with { Target = "nobody.litwareinc.com" },
        ["a server calls itself"] = Usual with { Target = Litware.Lync },
        ["Exchange is not told whom to call"] = Usual with { Server = Litware.Exchange },
        ["the target keeps no mailboxes"] = Usual with { Server = Litware.Exchange, Target = Litware.Lync },
        ["a probe names no user"] = Usual with { SipUri = "kenmyer", Method = ConnectivityMethod.Probe },
        ["there is no archive"] = Usual with { Folder = StorageFolder.Dumpster },
    };

    private static async Task<(string Step, string Code)> CheckAsync(ITrustEngine engine, ConnectivityRequest request)
    {
        var report = await engine.CheckConnectivityAsync(request, default);
        return (report.Steps[^1].Name, report.Steps[^1].Code);
    }
}
