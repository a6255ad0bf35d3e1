using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>Failures that only the plugin as a whole can have.</summary>
public sealed class FailureTests
{
    private static readonly PartnerApplication Written = new(
        PluginUnderTest.Lync,
        "Exchange",
        new PartnerSource.Metadata(new Uri(Programs.ExchangeUrl), false),
        "00000002-0000-0ff1-ce00-000000000000",
        "litwareinc.com",
        "00000002-0000-0ff1-ce00-000000000000@litwareinc.com",
        [],
        TrustLevel.Full,
        Enabled: true,
        AcceptSecurityIdentifierInformation: false,
        LinkedAccount: null);

    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_partner_whose_document_cannot_be_fetched_is_read_all_the_same_and_told()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        var partner = new ManagedResource(plugin, "PartnerApplication");
        await partner.UpAsync(Programs.Partner());
        await using (var lab = await EmbeddedLab.OpenAsync(plugin.DataDirectory, plugin.Time, NullLoggerFactory.Instance, None))
        {
            await lab.Faults.SwitchOnAsync(new HostFault(PluginUnderTest.Exchange, HostFaultKind.ServerError, null), None);
        }

        var refreshed = await partner.RefreshAsync();

        Assert.Empty(refreshed!.DetailedDiff);
        var told = Assert.Single(plugin.Engine.Warnings, warning => warning.Contains("PT1025", StringComparison.Ordinal));
        Assert.Equal(2, told.Split("Expected:").Length);
        Assert.Contains("(PT3058): ", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_is_imported_only_where_a_mailbox_is_configured()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Remove("mailboxes"));

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new ManagedResource(plugin, "ConnectivityCheck").ImportAsync($"{PluginUnderTest.Lync}/5d2b3f1e-0000-4000-8000-000000000000"));

        Assert.Contains("PT1205", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_nobody_handed_out_is_refused()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            var request = new ListRequest { Token = "partnertrust:index:PartnerApplication", ContinuationToken = "not a token" };
            await foreach (var _ in plugin.Client.ListAsync(request, None))
            {
            }
        });

        Assert.Contains("PT1204", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_partner_whose_restart_is_interrupted_is_kept_as_incomplete()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var engine = Substitute.For<ITrustEngine>();
        engine.Writer.SavePartnerApplicationAsync(Arg.Any<SavePartnerApplication>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(new WriteOutcome<PartnerApplication>.Done(Written));
        engine.Reader.ListPartnerApplicationsAsync(Arg.Any<string>(), Arg.Any<string?>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(AsyncEnumerable.Empty<PartnerApplication>());
        engine.Restarter!.RestartAsync(Arg.Any<RestartRequest>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            reached.TrySetResult();
            return Task.Delay(Timeout.InfiniteTimeSpan, call.Arg<CancellationToken>());
        });
        await using var plugin = await PluginUnderTest.StartConfiguredAsync((_, _, _) => Task.FromResult(engine));
        var create = new ManagedResource(plugin, "PartnerApplication").CreateAsync(Programs.Partner().Set("restart", "iis"));
        await reached.Task;

        await plugin.Client.CancelAsync(None);
        var failure = await Assert.ThrowsAsync<RpcException>(() => create);

        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.Equal($"{PluginUnderTest.Lync}/Exchange", kept.Id);
        Assert.Contains("PT8009", Assert.Single(kept.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_in_no_known_form_is_refused()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var malformed = PropertyCodec.Encode(Programs.OAuth());
        malformed.Fields["realm"] = Value.ForStruct(
            new Struct { Fields = { ["4dabf18193072939515e22adb298388d"] = Value.ForString("no signature") } });

        var failure = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.CheckAsync(
            new CheckRequest { Urn = new ManagedResource(plugin, "OAuthConfiguration").Urn, News = malformed }, None));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("PT8005", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_a_number_tells_its_kind_and_nothing_else()
    {
        var engine = Substitute.For<ITrustEngine>();
        engine.Reader.ReadAsync(Arg.Any<ServerQuery>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns(new ServerSnapshot(PluginUnderTest.Lync, ServerParts.All));
        engine.Writer.SaveOAuthConfigurationAsync(Arg.Any<SaveOAuthConfiguration>(), Arg.Any<IProgress<string>>(), Arg.Any<CancellationToken>())
            .Returns<WriteOutcome<OAuthConfiguration>>(_ => throw new InvalidOperationException("inside"));
        await using var plugin = await PluginUnderTest.StartConfiguredAsync((_, _, _) => Task.FromResult(engine));

        var failure = await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "OAuthConfiguration").UpAsync(Programs.OAuth()));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Contains("PT8001", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", failure.Message, StringComparison.Ordinal);
    }
}
