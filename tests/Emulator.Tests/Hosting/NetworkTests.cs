using System.Net;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Network;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Tests.Hosting;

/// <summary>What a consumer sees of a broken host, each through real TLS sockets (domain.md 3.4).</summary>
public sealed class NetworkTests
{
    private static readonly NetworkLimits Impatient = NetworkLimits.Usual with { Timeout = TimeSpan.FromMilliseconds(400) };

    [Theory]
    [InlineData(HostFaultKind.Redirect, null, "PT3055")]
    [InlineData(HostFaultKind.Redirect, "https://login.contoso.com/", "PT3055")]
    [InlineData(HostFaultKind.Redirect, "http://atl-cs-001.litwareinc.com/metadata/json/1", "PT3055")]
    [InlineData(HostFaultKind.Redirect, "https://user:word@atl-cs-001.litwareinc.com/elsewhere", "PT3055")]
    [InlineData(HostFaultKind.NotFound, null, "PT3056")]
    [InlineData(HostFaultKind.Unauthorized, null, "PT3057")]
    [InlineData(HostFaultKind.ServerError, null, "PT3058")]
    [InlineData(HostFaultKind.BrokenTls, null, "PT3052")]
    [InlineData(HostFaultKind.UntrustedTls, null, "PT3052")]
    [InlineData(HostFaultKind.WrongTlsName, null, "PT3052")]
    [InlineData(HostFaultKind.TruncatedBody, null, "PT3060")]
    [InlineData(HostFaultKind.OversizedBody, null, "PT3054")]
    [InlineData(HostFaultKind.ExpiredTls, null, "PT3052")]
    [InlineData(HostFaultKind.Slow, null, "PT3053")]
    [InlineData(HostFaultKind.DripFeed, null, "PT3053")]
    public async Task A_broken_host_is_told_apart_by_number(HostFaultKind kind, string? value, string code)
    {
        await using var litware = new EmulatedEstate(kind is HostFaultKind.Slow or HostFaultKind.DripFeed ? Impatient : null).WithTwoWayTrust();
        litware.Backend.Switch(Litware.Lync, kind, value);

        var refused = await Assert.ThrowsAsync<FaultException>(() => FetchAsync(litware));

        Assert.Equal(code, Assert.Single(refused.Faults).Code);
        Assert.Contains(Litware.Lync, refused.Faults[0].Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HostFaultKind.Html, "PT3005")]
    [InlineData(HostFaultKind.Xml, "PT3006")]
    public async Task A_page_in_place_of_the_document_is_told_apart_by_number(HostFaultKind kind, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Lync, kind);

        var refused = await Assert.ThrowsAsync<FaultException>(
            () => litware.Hosts.Documents.FetchAsync(litware.ServerOf(Litware.Lync).MetadataUrl, false, EmulatedEstate.Forever));

        Assert.Equal(code, Assert.Single(refused.Faults).Code);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Lync, HostFaultKind.Redirect, litware.ServerOf(Litware.Lync).MetadataUrl.AbsoluteUri);

        var document = await litware.Hosts.Documents.FetchAsync(Litware.Url(Litware.Lync, "/old/metadata"), false, EmulatedEstate.Forever);

        Assert.Equal(litware.ServerOf(Litware.Lync).Issuer, document.Issuer);
    }

    [Fact]
    public void What_is_broken_is_known_to_be_so_within_five_seconds() =>
        Assert.InRange(NetworkLimits.Usual.Timeout, TimeSpan.FromSeconds(4.5), TimeSpan.FromSeconds(4.95));

    [Fact]
    public async Task Any_tls_certificate_is_trusted_only_on_demand()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Lync, HostFaultKind.UntrustedTls);

        var response = await litware.Hosts.Network.GetDocumentAsync(litware.ServerOf(Litware.Lync).MetadataUrl, true, EmulatedEstate.Forever);

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    [Fact]
    public async Task A_server_whose_clock_is_off_shows_it_in_its_answers()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Lync, HostFaultKind.ClockSkew, "-900");

        var response = await FetchAsync(litware);

        Assert.Equal(EmulatedEstate.Start.AddMinutes(-15), response.ServerTime);
    }

    [Theory]
    [InlineData("http://atl-cs-001.litwareinc.com/metadata/json/1")]
    [InlineData("ftp://atl-cs-001.litwareinc.com/")]
    [InlineData("https://user:secret@atl-cs-001.litwareinc.com/")]
    public async Task Only_plain_https_urls_are_asked(string url)
    {
        await using var litware = new EmulatedEstate();

        var refused = await Assert.ThrowsAsync<FaultException>(
            () => litware.Hosts.Network.GetDocumentAsync(new Uri(url), false, EmulatedEstate.Forever));

        Assert.Equal("PT3050", refused.Faults[0].Code);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_nobody_knows_cannot_be_reached()
    {
        await using var litware = new EmulatedEstate();

        var refused = await Assert.ThrowsAsync<FaultException>(
            () => litware.Hosts.Network.GetDocumentAsync(new Uri("https://nowhere.invalid/metadata/json/1"), false, EmulatedEstate.Forever));

        Assert.Equal("PT3051", refused.Faults[0].Code);
    }

    [Fact]
    public async Task Cancelling_ends_a_slow_call_at_once()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Lync, HostFaultKind.Slow);
        using var cancel = new CancellationTokenSource();

        var call = litware.Hosts.Network.GetDocumentAsync(litware.ServerOf(Litware.Lync).MetadataUrl, false, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task The_hosts_of_one_data_directory_share_their_authority()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await litware.Hosts.StartAsync(EmulatedEstate.Forever);
        await FetchAsync(litware);
        await using var other = new EmulatedEstate();
        var authority = await litware.Backend.GetOrAddAuthorityAsync(
            () => throw new InvalidOperationException("It is there already."), EmulatedEstate.Forever);

        Assert.Equal(authority, await other.Backend.GetOrAddAuthorityAsync(() => authority, EmulatedEstate.Forever));
        Assert.NotEqual(await litware.Hosts.StartAsync(EmulatedEstate.Forever), await other.Hosts.StartAsync(EmulatedEstate.Forever));
    }

    /// <summary>A preview only looks, and leaves nothing behind.</summary>
    [Fact]
    public async Task Hosts_that_nobody_visits_keep_no_authority()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        await FetchAsync(litware);

        Assert.Null(await litware.Backend.FindAuthorityAsync(EmulatedEstate.Forever));
    }

    private static Task<NetworkResponse> FetchAsync(EmulatedEstate litware) =>
        litware.Hosts.Network.GetDocumentAsync(litware.ServerOf(Litware.Lync).MetadataUrl, false, EmulatedEstate.Forever);
}
