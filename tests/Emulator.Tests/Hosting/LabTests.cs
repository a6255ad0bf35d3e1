using System.Net;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Lab;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Emulator.Tests.Hosting;

/// <summary>The hosts as a long-lived process with a page.</summary>
public sealed class LabTests
{
    [Fact]
    public async Task The_page_shows_a_whole_trust_at_a_glance()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await litware.CheckAsync(CheckRequests.Storage(delete: false));

        var page = await VisitAsync(litware, "");

        Assert.Contains("<title>OK: all 2 directions are accepted; from ", page, StringComparison.Ordinal);
        Assert.Contains(litware.Backend.State.Certificates[Litware.Lync].Current!.Thumbprint.Hex, page, StringComparison.Ordinal);
        Assert.Contains("in 364 days", page, StringComparison.Ordinal);
        Assert.Contains("Connectivity check", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_names_the_rule_that_refuses()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Bind(Litware.Exchange, 2);
        litware.Backend.Switch(Litware.Exchange, HostFaultKind.StaleConfiguration);

        var page = await VisitAsync(litware, "");

        Assert.Contains("1 of 2 directions is refused", page, StringComparison.Ordinal);
        Assert.Contains("PT5025", page, StringComparison.Ordinal);
        Assert.Contains("current key unknown", page, StringComparison.Ordinal);
        Assert.Contains("StaleConfiguration", page, StringComparison.Ordinal);
        Assert.Contains("<dt>Remedy</dt>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HostFaultKind.ExpiredTls, "CRITICAL")]
    [InlineData(HostFaultKind.PrivateKeyMissing, "CRITICAL")]
    [InlineData(HostFaultKind.Slow, "WARNING")]
    public async Task A_fault_that_is_switched_on_is_never_under_a_green_line(HostFaultKind kind, string severity)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Exchange, kind);

        var page = await VisitAsync(litware, "");

        Assert.Contains($"<title>{severity}: ", page, StringComparison.Ordinal);
        Assert.Contains($"told to fail: {kind}", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_of_fault_is_a_warning_at_least_and_what_is_critical_says_why() =>
        Assert.All(Enum.GetValues<HostFaultKind>(), kind =>
        {
            var sight = LabSights.Of(new HostFault(Litware.Exchange, kind, null));

            Assert.NotEqual(Severity.Well, sight.Severity);
            Assert.Equal(sight.Severity == Severity.Critical, sight.Consequence.Length > 0);
        });

    [Fact]
    public async Task The_page_waits_to_be_looked_at_again_and_asks_nothing_of_anyone_else()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var page = await VisitAsync(litware, "");

        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/\">Look again</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" src=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_state_says_cannot_become_markup()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with { LinkedAccount = new LinkedAccount("<script>alert(1)</script>", []) });

        var page = await VisitAsync(litware, "");

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_lab_has_a_page_too()
    {
        await using var litware = new EmulatedEstate();

        Assert.Contains("no trust is set up yet", await VisitAsync(litware, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_get_the_authority_and_no_private_key()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var pem = await VisitAsync(litware, "authority.pem");

        Assert.StartsWith("-----BEGIN CERTIFICATE-----", pem, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE", pem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_answers_under_this_machines_own_names_only()
    {
        await using var litware = new EmulatedEstate();

        using var response = await SendAsync(litware, "", "evil.example");

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_by_number()
    {
        await using var litware = new EmulatedEstate();
        var taken = await litware.Hosts.StartAsync(EmulatedEstate.Forever);

        var refused = await Assert.ThrowsAsync<FaultException>(() => litware.Hosts.ServeLabAsync(taken, _ => { }, EmulatedEstate.Forever));

        Assert.Equal("PT6017", refused.Faults[0].Code);
    }

    private static async Task<string> VisitAsync(EmulatedEstate litware, string path)
    {
        using var response = await SendAsync(litware, path, null);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<HttpResponseMessage> SendAsync(EmulatedEstate litware, string path, string? host)
    {
        using var stop = new CancellationTokenSource();
        var addresses = new TaskCompletionSource<LabAddresses>();
        var serving = litware.Hosts.ServeLabAsync(0, addresses.SetResult, stop.Token);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri((await addresses.Task).Page, path));
        request.Headers.Host = host;
        var response = await client.SendAsync(request);
        await stop.CancelAsync();
        await serving;
        return response;
    }
}
