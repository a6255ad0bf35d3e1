using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Embedded;

public sealed class PublishedMetadataTests : IAsyncLifetime
{
    private static readonly PublishMetadata OfLync = new(Partners.Lync, Installation.Lync.MetadataUrl, false);
    private Installation installation = null!;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task What_is_published_is_what_a_consumer_fetches()
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Installation.Lync, Certificates.First), default);

        var published = await installation.Engine.PublishMetadataAsync(OfLync, default);

        Assert.Equal(published, await installation.Engine.FetchMetadataAsync(new FetchMetadata(OfLync.Url, false), default));
        Assert.Equal(published, await installation.Engine.FindPublishedMetadataAsync(OfLync.Server, OfLync.Url, default));
    }

    [Fact]
    public async Task A_server_without_a_certificate_publishes_nothing()
    {
        await Assert.ThrowsAsync<FaultException>(() => installation.Engine.PublishMetadataAsync(OfLync, default));

        Assert.Null(await installation.Engine.FindPublishedMetadataAsync(OfLync.Server, OfLync.Url, default));
    }

    [Fact]
    public async Task A_server_that_lost_its_certificate_publishes_nothing_any_more()
    {
        await installation.EstablishAsync();
        await installation.Engine.UnbindCertificateAsync(Partners.Lync, default);

        Assert.Null(await installation.Engine.FindPublishedMetadataAsync(OfLync.Server, OfLync.Url, default));
    }

    [Fact]
    public async Task A_url_of_another_server_is_refused()
    {
        await installation.EstablishAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.PublishMetadataAsync(OfLync with { Server = Partners.Exchange }, default));

        Assert.Equal("PT7015", refusal.Faults.Single().Code);
        Assert.NotNull(await installation.Engine.FindPublishedMetadataAsync(OfLync.Server, OfLync.Url, default));
    }

    [Fact]
    public async Task Withdrawing_touches_only_ones_own_and_can_be_repeated()
    {
        await installation.EstablishAsync();

        await installation.Engine.WithdrawMetadataAsync(Partners.Exchange, OfLync.Url, default);
        Assert.NotNull(await installation.Engine.FindPublishedMetadataAsync(OfLync.Server, OfLync.Url, default));

        await installation.Engine.WithdrawMetadataAsync(Partners.Lync, OfLync.Url, default);
        await installation.Engine.WithdrawMetadataAsync(Partners.Lync, OfLync.Url, default);
        Assert.Null(await installation.Engine.FindPublishedMetadataAsync(OfLync.Server, OfLync.Url, default));
        await Assert.ThrowsAsync<FaultException>(
            () => installation.Engine.FetchMetadataAsync(new FetchMetadata(OfLync.Url, false), default));
    }
}
