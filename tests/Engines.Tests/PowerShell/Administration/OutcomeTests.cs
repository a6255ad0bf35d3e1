using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.PowerShell.Administration;

/// <summary>What a write answers.</summary>
public sealed class OutcomeTests : IDisposable
{
    private static readonly LinkedAccount Account = new("app", ["UserApplication"]);

    private readonly ModelEstate estate = new("exch01.litwareinc.com");

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task A_refusal_of_the_rules_sends_nothing()
    {
        await OnExchangeAsync();
        estate.Forget();

        var refused = Assert.IsType<WriteOutcome<PartnerApplication>.Refused>(await OnExchangeAsync());

        Assert.Equal("PT7016", refused.Faults[0].Code);
        Assert.Empty(estate.Written);
    }

    [Fact]
    public async Task A_call_that_fails_after_others_took_effect_is_named_with_what_was_seen()
    {
        estate.Intercept(call => call.Cmdlet == "New-PartnerApplication" ? Trouble.FailsBefore : null);

        var interrupted = Assert.IsType<WriteOutcome<PartnerApplication>.Interrupted>(await OnExchangeAsync());

        Assert.Equal("PT8153", interrupted.Fault.Code);
        Assert.Contains("New-PartnerApplication", interrupted.Fault.Found, StringComparison.Ordinal);
        Assert.Equal(new Sighting<PartnerApplication>(null), interrupted.Seen);
    }

    [Fact]
    public async Task What_the_server_does_not_show_afterwards_is_not_called_done()
    {
        estate.Intercept(call =>
        {
            if (call.Cmdlet == "Get-PartnerApplication")
            {
                estate.Exchange.Partners.Clear();
            }

            return null;
        });

        var interrupted = Assert.IsType<WriteOutcome<PartnerApplication>.Interrupted>(await OnExchangeAsync());

        Assert.Equal("PT8154", interrupted.Fault.Code);
    }

    [Fact]
    public async Task Of_a_written_record_the_keys_are_known_that_a_server_does_not_show()
    {
        var done = Assert.IsType<WriteOutcome<PartnerApplication>.Done>(await estate.Writer.SavePartnerApplicationAsync(
            new SavePartnerApplication(
                Litware.Lync, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), null, true, false, null),
            Silence.Instance,
            default));

        Assert.Equal([Certs.Public(1)], done.Now!.TrustedKeys!.Value.AsEnumerable());
        Assert.Null((await estate.PartnersAsync(Litware.Lync))["Exchange"].TrustedKeys);
    }

    [Fact]
    public async Task Of_a_bound_certificate_it_is_known_who_made_it_and_since_when_it_signs()
    {
        estate.BindOnExchange(0, "exch01.litwareinc.com");

        var done = Assert.IsType<WriteOutcome<CertificateBindingRecord>.Done>(await estate.Writer.BindCertificateAsync(
            new BindCertificate(Litware.Exchange, new CertificateSource.Generated("CN=Microsoft Exchange Server Auth Certificate", 2048, 365), null),
            Silence.Instance,
            default));

        Assert.True(done.Now!.Generated);
        Assert.Equal((Certs.Public(0), null), (done.Now.Slots.Previous, done.Now.Slots.CurrentSince));
    }

    [Fact]
    public async Task A_certificate_that_was_brought_is_bound_even_where_it_does_not_lie_in_the_store_yet()
    {
        estate.BindOnLync(0);
        estate.Intercept(call =>
        {
            if (call.Cmdlet == "Get-Item" && estate.Lync.Written.Count > 0)
            {
                estate.Lync.Store.Clear();
            }

            return null;
        });

        var done = Assert.IsType<WriteOutcome<CertificateBindingRecord>.Done>(await estate.Writer.BindCertificateAsync(
            new BindCertificate(Litware.Lync, new CertificateSource.Imported(Pem.Of(Certs.Key(1)), null), null), Silence.Instance, default));

        Assert.Equal(Certs.Public(1), done.Now!.Slots.Current);
    }

    [Fact]
    public async Task A_certificate_that_nobody_has_any_more_can_be_replaced()
    {
        estate.Exchange.Current = Certs.Public(3).Thumbprint.Hex;
        estate.Hold(0, "exch01.litwareinc.com");

        var done = Assert.IsType<WriteOutcome<CertificateBindingRecord>.Done>(await estate.Writer.BindCertificateAsync(
            new BindCertificate(Litware.Exchange, new CertificateSource.Stored(Certs.Public(0).Thumbprint), null), Silence.Instance, default));

        Assert.Equal(Certs.Public(0), done.Now!.Slots.Current);
        Assert.Equal(("", Certs.Public(0).Thumbprint.Hex), (estate.Exchange.Previous, estate.Exchange.Current));
    }

    [Fact]
    public async Task Unbinding_on_Exchange_is_done_and_says_what_is_left()
    {
        estate.BindOnExchange(0, "exch01.litwareinc.com");

        var done = Assert.IsType<WriteOutcome<CertificateBindingRecord>.Done>(
            await estate.Writer.UnbindCertificateAsync(Litware.Exchange, Silence.Instance, default));

        Assert.Null(done.Now);
        Assert.Equal("PT8150", Assert.Single(done.Remarks).Code);
        Assert.Empty(estate.Written);
    }

    [Fact]
    public async Task A_write_that_is_cancelled_before_anything_was_sent_is_a_cancellation()
    {
        using var cancelled = new CancellationTokenSource();
        estate.Intercept(call =>
        {
            cancelled.Cancel();
            return null;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OnExchangeAsync(cancelled.Token));

        Assert.Empty(estate.Written);
    }

    [Fact]
    public async Task One_that_is_cancelled_later_is_interrupted()
    {
        using var cancelled = new CancellationTokenSource();
        estate.Intercept(call =>
        {
            if (call.Cmdlet == "New-MailUser")
            {
                cancelled.Cancel();
            }

            return null;
        });

        var interrupted = Assert.IsType<WriteOutcome<PartnerApplication>.Interrupted>(await OnExchangeAsync(cancelled.Token));

        Assert.Equal(("PT8015", null), (interrupted.Fault.Code, interrupted.Seen));
    }

    [Fact]
    public async Task A_record_that_somebody_else_removed_meanwhile_counts_as_removed()
    {
        await OnExchangeAsync();
        estate.Intercept(call =>
        {
            if (call.Cmdlet == "Remove-PartnerApplication")
            {
                estate.Exchange.Partners.Clear();
            }

            return null;
        });

        var done = Assert.IsType<WriteOutcome<PartnerApplication>.Done>(await estate.Writer.RemovePartnerApplicationAsync(
            new RemoveRecord(Litware.Exchange, "Lync", null), Silence.Instance, default));

        Assert.Equal("PT8158", Assert.Single(done.Remarks).Code);
    }

    [Fact]
    public async Task Nothing_of_a_token_server_can_be_changed()
    {
        var refused = Assert.IsType<WriteOutcome<CertificateBindingRecord>.Refused>(await estate.Writer.BindCertificateAsync(
            new BindCertificate(Litware.TokenServer, new CertificateSource.Imported(Pem.Of(Certs.Key(1)), null), null), Silence.Instance, default));

        Assert.Equal("PT8016", refused.Faults[0].Code);
    }

    [Theory]
    [InlineData(-301, "PT8134")]
    [InlineData(301, "PT8134")]
    [InlineData(299, null)]
    [InlineData(null, null)]
    public async Task A_clock_that_is_not_ours_is_told_once_with_what_was_written(int? seconds, string? code)
    {
        var maker = new Engines.Store.Operations.CertificateMaker(_ => Certs.Key(3).OpenKey());
        var tools = new WriteTools(estate.Directory, new ModelDocuments(estate.Published), estate.Time, maker)
        {
            Clocks = new ClockRemarks(_ => seconds is { } offset ? TimeSpan.FromSeconds(offset) : null),
        };
        using var writer = new CmdletWriter(estate.Administrations, tools);

        var first = await writer.SavePartnerApplicationAsync(Request(), Silence.Instance, default);
        var second = await writer.RemovePartnerApplicationAsync(new RemoveRecord(Litware.Exchange, "Lync", null), Silence.Instance, default);

        Assert.Equal(code, Assert.IsType<WriteOutcome<PartnerApplication>.Done>(first).Remarks.SingleOrDefault()?.Code);
        Assert.DoesNotContain(Assert.IsType<WriteOutcome<PartnerApplication>.Done>(second).Remarks, remark => remark.Code == code);
    }

    [Fact]
    public async Task A_plan_is_made_by_reads_alone()
    {
        var tools = new WriteTools(
            estate.Directory,
            new ModelDocuments(estate.Published),
            estate.Time,
            new Engines.Store.Operations.CertificateMaker(_ => Certs.Key(3).OpenKey()));
        using var write = new PlannedWrite(estate.Administrations.Require(Litware.Exchange), tools);

        var plan = await write.PlanAsync(
            new IntendedWrites(tools).Save(Request(), Silence.Instance), Silence.Instance, default);

        Assert.Equal(
            ["New-MailUser", "Set-MailUser", "New-ManagementRoleAssignment", "New-PartnerApplication"], plan.Calls.Select(call => call.Cmdlet));
        Assert.DoesNotContain(estate.Exchange.Sent, AllowedCmdlets.Writes);
    }

    private static SavePartnerApplication Request() => new(
        Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, Account);

    private Task<WriteOutcome<PartnerApplication>> OnExchangeAsync(CancellationToken cancellationToken = default) =>
        estate.Writer.SavePartnerApplicationAsync(Request(), Silence.Instance, cancellationToken);
}
