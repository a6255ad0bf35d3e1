using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Network;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Tests.Connectivity;

/// <summary>Each row of domain.md 8 that can happen between these servers: produced, detected by a check, and explained.</summary>
public sealed class FailureCatalogueTests
{
    [Fact]
    public async Task Row_2_a_lost_private_key_is_named_with_its_thumbprint()
    {
        var failed = await BreakAsync(litware => litware.Backend.Switch(Litware.Lync, HostFaultKind.PrivateKeyMissing));

        Assert.Equal("PT2005", failed.Code);
    }

    [Fact]
    public async Task Row_7_a_key_rolled_without_telling_the_receiver_is_refused()
    {
        var failed = await BreakAsync(litware => litware.Bind(Litware.Lync, 2));

        Assert.Equal("PT5025", failed.Code);
        Assert.StartsWith("2000000;reason=\"The token has an invalid signature.\"", failed.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_8_tls_that_ends_in_front_of_exchange_spoils_the_audience()
    {
        var failed = await BreakAsync(litware => litware.Backend.Switch(Litware.Exchange, HostFaultKind.TlsOffloading));

        Assert.Equal("PT6014", failed.Code);
        Assert.Contains("2000003", failed.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("Actual 'http://", failed.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_9_a_wildcard_accepted_domain_is_no_realm()
    {
        var failed = await BreakAsync(litware => litware.Change(Litware.Exchange, server => server with { AcceptedDomains = ["*.litwareinc.com"] }));

        Assert.Equal("PT5043", failed.Code);
        Assert.Contains(
            "2000004;reason=\"The tenant for tenant guid 'litwareinc.com' does not exist.\"", failed.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_10_an_application_without_a_linked_account_may_do_nothing_by_itself()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with { LinkedAccount = null });

        var report = await litware.CheckAsync(CheckRequests.Probe(Litware.Lync, Litware.Exchange, "sip:nobody@litwareinc.com"));

        Assert.Equal(("userSettings", "PT5062"), (report.Steps[^1].Name, report.Steps[^1].Code));
        Assert.Contains("2000008", report.Steps[^1].Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_12_an_exchange_that_never_heard_of_lync_trusts_nobody()
    {
        var failed = await BreakAsync(litware => litware.Backend.State = litware.Backend.State with
        {
            PartnerApplications = litware.Backend.State.PartnerApplications.Clear(),
        });

        Assert.Equal(("challenge", "PT5085"), ("challenge", failed.Code));
    }

    [Fact]
    public async Task Row_12_oauth_switched_off_shows_as_a_missing_challenge()
    {
        var failed = await BreakAsync(litware => litware.Backend.Switch(Litware.Exchange, HostFaultKind.OAuthDisabled));

        Assert.Equal(("challenge", "PT6003"), (failed.Name, failed.Code));
    }

    [Fact]
    public async Task Row_13_access_to_the_storage_service_can_be_denied()
    {
        var failed = await BreakAsync(litware => litware.Backend.Switch(Litware.Lync, HostFaultKind.AccessDenied));

        Assert.Equal("PT6011", failed.Code);
        Assert.Contains("RTC Local User Administrators", failed.Fault!.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_14_the_xml_url_of_autodiscover_is_the_wrong_one()
    {
        var failed = await BreakAsync(litware => litware.PointToAutodiscover(Litware.Url(Litware.Exchange, "/autodiscover/autodiscover.xml")));

        Assert.Equal("PT6002", failed.Code);
        Assert.Contains("autodiscover.svc", failed.Fault!.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_17_a_disabled_partner_is_nobodys_partner()
    {
        var failed = await BreakAsync(litware => litware.Trust(Litware.Exchange, Litware.Lync, partner => partner with { Enabled = false }));

        Assert.Equal("PT5085", failed.Code);
        Assert.Contains("disabled", failed.Fault!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_17_lync_does_not_call_whom_it_has_disabled()
    {
        var failed = await BreakAsync(litware => litware.Trust(Litware.Lync, Litware.Exchange, partner => partner with { Enabled = false }));

        Assert.Equal(("challenge", "PT5088"), (failed.Name, failed.Code));
    }

    [Fact]
    public async Task Row_17_a_partner_in_another_realm_is_another_partner()
    {
        var failed = await BreakAsync(litware => litware.Trust(
            Litware.Exchange,
            Litware.Lync,
            partner => partner with { Realm = "contoso.com", Issuer = partner.ApplicationIdentifier + "@contoso.com" }));

        Assert.Equal("PT5085", failed.Code);
        Assert.Contains("@contoso.com", failed.Fault!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_19_an_expired_certificate_signs_nothing()
    {
        var failed = await BreakAsync(litware => litware.Time.Now = EmulatedEstate.Start.AddDays(366));

        Assert.Equal("PT5082", failed.Code);
    }

    [Fact]
    public async Task Row_22_a_server_with_stale_configuration_learns_at_its_restart()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Exchange, HostFaultKind.StaleConfiguration);
        Assert.True((await litware.CheckAsync(CheckRequests.Storage())).Succeeded);

        litware.Bind(Litware.Lync, 2);
        litware.Trust(Litware.Exchange, Litware.Lync);
        Assert.Equal("PT5025", (await litware.CheckAsync(CheckRequests.Storage())).Steps[^1].Code);

        litware.Backend.Restart(Litware.Exchange);
        Assert.True((await litware.CheckAsync(CheckRequests.Storage())).Succeeded);
    }

    [Fact]
    public async Task Row_26_a_clock_that_is_behind_refuses_fresh_tokens()
    {
        var failed = await BreakAsync(litware => litware.Backend.Switch(Litware.Exchange, HostFaultKind.ClockSkew, "-600"));

        Assert.Equal("PT6010", failed.Code);
        Assert.Contains("600 seconds behind", failed.Fault!.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HostFaultKind.Html, "PT6012")]
    [InlineData(HostFaultKind.Redirect, "PT3055")]
    [InlineData(HostFaultKind.Unauthorized, "PT6003")]
    [InlineData(HostFaultKind.NotFound, "PT6002")]
    [InlineData(HostFaultKind.ServerError, "PT6016")]
    [InlineData(HostFaultKind.UntrustedTls, "PT3052")]
    [InlineData(HostFaultKind.TruncatedBody, "PT3060")]
    [InlineData(HostFaultKind.Slow, "PT3053")]
    public async Task Rows_5_and_6_what_stands_in_front_of_exchange_is_recognised(HostFaultKind kind, string code)
    {
        var limits = kind == HostFaultKind.Slow ? NetworkLimits.Usual with { Timeout = TimeSpan.FromMilliseconds(400) } : null;

        var failed = await BreakAsync(litware => litware.Backend.Switch(Litware.Exchange, kind), limits);

        Assert.Equal(("challenge", code), (failed.Name, failed.Code));
    }

    [Fact]
    public async Task A_partner_that_may_not_act_for_users_is_refused_by_lync()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Trust(Litware.Lync, Litware.Exchange, partner => partner with { TrustLevel = TrustLevel.Application });

        var report = await litware.CheckAsync(CheckRequests.Probe(Litware.Exchange, Litware.Lync));

        Assert.Equal("PT5061", report.Steps[^1].Code);
    }

    /// <summary>Breaks a working trust, checks it, and gives the failed step; it must carry a remedy.</summary>
    private static async Task<TraceStep> BreakAsync(Action<EmulatedEstate> breakIt, NetworkLimits? limits = null)
    {
        await using var litware = new EmulatedEstate(limits).WithTwoWayTrust();
        breakIt(litware);

        var report = await litware.CheckAsync(CheckRequests.Storage());

        Assert.False(report.Succeeded);
        Assert.Empty(litware.Backend.Items);
        Assert.NotEmpty(report.Steps[^1].Fault!.Remedy);
        return report.Steps[^1];
    }
}
