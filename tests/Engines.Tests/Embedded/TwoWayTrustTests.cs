using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Embedded;

public sealed class TwoWayTrustTests : IAsyncLifetime
{
    private Installation installation = null!;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Theory]
    [InlineData(Litware.Lync, Litware.Exchange)]
    [InlineData(Litware.Exchange, Litware.Lync)]
    public async Task A_declared_trust_is_accepted_in_both_directions(string from, string to)
    {
        await installation.EstablishAsync();

        var verdict = await ExplainAsync(from, to);

        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
    }

    [Fact]
    public async Task A_rolled_key_is_refused_until_the_partner_re_reads_it()
    {
        await installation.EstablishAsync();
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Lync, Certs.Key(2)), default);
        Assert.False((await ExplainAsync(Litware.Lync, Litware.Exchange)).Accepted);

        await installation.Engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default);

        Assert.True((await ExplainAsync(Litware.Lync, Litware.Exchange)).Accepted);
    }

    [Fact]
    public async Task A_partner_whose_document_cannot_be_read_is_not_registered()
    {
        await installation.Engine.PublishMetadataAsync(new PublishMetadata(Litware.Lync, Estate.Lync.MetadataUrl, false), default)
            .ContinueWith(_ => { }, TaskScheduler.Default);

        await Assert.ThrowsAnyAsync<Exception>(
            () => installation.Engine.CreatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default));

        Assert.Empty(await installation.Engine.ListPartnerApplicationsAsync(Litware.Exchange, default));
    }

    [Fact]
    public async Task A_second_record_of_the_same_name_is_refused()
    {
        await installation.EstablishAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.CreatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default));

        Assert.Equal("PT7016", refusal.Faults.Single().Code);
    }

    [Fact]
    public async Task A_name_that_is_taken_in_another_spelling_is_told_as_it_stands_there()
    {
        await installation.EstablishAsync();
        var request = Installation.Register(Estate.Exchange, Estate.Lync);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.CreatePartnerApplicationAsync(request with { Name = "LYNCSERVER" }, default));

        Assert.StartsWith(
            $"name: PT7016: {Litware.Exchange} already has a partner application named \"LyncServer\", which differs from \"LYNCSERVER\" only in upper and lower case.",
            refusal.Message,
            StringComparison.Ordinal);
        Assert.Contains($"\"{Litware.Exchange}/LyncServer\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_record_that_somebody_removed_is_not_silently_made_again_by_an_update()
    {
        await installation.EstablishAsync();
        await installation.Engine.RemovePartnerApplicationAsync(Litware.Exchange, "LyncServer", default);

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, Estate.Lync), default));

        Assert.Equal("PT7017", refusal.Faults.Single().Code);
    }

    private Task<TrustVerdict> ExplainAsync(string from, string to) => installation.Questions.ExplainAsync(
        new TrustQuestion(from, to, from == Litware.Lync ? Estate.Ken.SipUri : null, Certs.Now), Silence.Instance, default);
}
