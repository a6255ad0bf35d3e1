using Grpc.Core;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using static PartnerTrust.Testing.RemoteTroubles;

namespace PartnerTrust.Plugin.Tests.Remote;

/// <summary>Writes that were begun and not heard of again.</summary>
public sealed class InterruptionTests : IAsyncLifetime
{
    private RemoteWorld world = null!;

    public async Task InitializeAsync()
    {
        world = await RemoteWorld.StartAsync();
        await Programs.EstablishTrustAsync(world.Plugin);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task What_was_seen_after_an_interruption_is_kept_as_incomplete()
    {
        var partner = world.Resource("PartnerApplication");
        world.Engine.Troubles.Expect(Trouble.AnswerLostAndSeen);

        var failure = await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(Programs.Partner()));

        var kept = failure.Detail<ErrorResourceInitFailed>()!;
        Assert.Equal($"{PluginUnderTest.Lync}/Exchange", kept.Id);
        Assert.Contains("PT8015", Assert.Single(kept.Reasons), StringComparison.Ordinal);
        Assert.True(PropertyCodec.Decode(kept.Properties).ContainsKey("applicationIdentifier"));
    }

    [Theory]
    [InlineData("PartnerApplication")]
    [InlineData("AuthorizationServer")]
    public async Task Where_nobody_knows_the_engine_is_told_so_and_the_next_creation_takes_over_what_is_there(string type)
    {
        var record = world.Resource(type);
        world.Engine.Troubles.Expect(Trouble.AnswerLost);

        var failure = await Assert.ThrowsAsync<RpcException>(() => record.UpAsync(ProgramOf(type)));
        await record.UpAsync(ProgramOf(type));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Null(failure.Detail<ErrorResourceInitFailed>());
        Assert.Contains("PT8015", failure.Message, StringComparison.Ordinal);
        Assert.True(record.Exists);
    }

    [Fact]
    public async Task A_record_whose_name_was_made_up_is_taken_over_under_the_name_that_is_made_up_next()
    {
        var program = Programs.Partner().Remove("name");
        var partner = world.Resource("PartnerApplication");
        world.Engine.Troubles.Expect(Trouble.AnswerLost);
        await Assert.ThrowsAsync<RpcException>(() => partner.CreateAsync(program.Set("name", "it-0123abc")));

        await partner.CreateAsync(program.Set("name", "it-4567def"));

        var records = await world.Servers.ListPartnerApplicationsAsync(PluginUnderTest.Lync, default);
        Assert.Equal(["it-4567def"], records.Select(record => record.Name));
    }

    [Fact]
    public async Task What_is_there_and_says_something_else_is_not_taken_over()
    {
        var partner = world.Resource("PartnerApplication");
        world.Engine.Troubles.Expect(Trouble.AnswerLost);
        await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(Programs.Partner()));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(Programs.Partner().Set("enabled", false)));

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        Assert.Contains("PT7016", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_another_resource_made_is_not_taken_over()
    {
        await world.Resource("PartnerApplication", "first").UpAsync(Programs.Partner());

        var refusal = await Assert.ThrowsAsync<RpcException>(() => world.Resource("PartnerApplication", "second").UpAsync(Programs.Partner()));

        Assert.Contains("PT7016", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_write_that_was_lost_on_the_way_is_made_by_the_next_creation()
    {
        var partner = world.Resource("PartnerApplication");
        world.Engine.Troubles.Expect(Trouble.LostOnTheWay);

        Assert.Equal(StatusCode.Unknown, (await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(Programs.Partner()))).StatusCode);
        await partner.UpAsync(Programs.Partner());

        Assert.Single(await world.Servers.ListPartnerApplicationsAsync(PluginUnderTest.Lync, default));
    }

    [Fact]
    public async Task A_write_that_was_never_sent_is_a_refusal()
    {
        world.Engine.Troubles.Expect(Trouble.NotSent);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => world.Resource("PartnerApplication").UpAsync(Programs.Partner()));

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
    }

    [Fact]
    public async Task A_generated_certificate_whose_binding_was_interrupted_is_taken_over_and_not_generated_again()
    {
        var program = Programs.Certificate(PluginUnderTest.SecondLync);
        var binding = world.Resource("CertificateBinding", "second");
        world.Engine.Troubles.Expect(Trouble.AnswerLost);
        await Assert.ThrowsAsync<RpcException>(() => binding.UpAsync(program));
        var made = (await BoundAsync(PluginUnderTest.SecondLync))!;

        await binding.UpAsync(program);

        Assert.Equal(made.Thumbprint.Hex, ((TextValue)binding.Outputs["thumbprint"]).Value);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_write_that_is_done_stands_whatever_happens_while_its_remarks_are_looked_up(bool isCancelled)
    {
        var program = PropertyMap.Of(
            ("server", PluginUnderTest.SecondLync), ("source", PropertyMap.Of(("generate", PropertyMap.Of(("subject", "CN=elsewhere.example"))))));
        var binding = world.Resource("CertificateBinding", "second");
        world.Engine.OnQuestion = async asked =>
        {
            if (asked.Parts == ServerParts.Settings && await BoundAsync(PluginUnderTest.SecondLync) is not null)
            {
                await EndAsync(isCancelled);
            }
        };

        await binding.UpAsync(program);

        Assert.Equal((await BoundAsync(PluginUnderTest.SecondLync))!.Thumbprint.Hex, ((TextValue)binding.Outputs["thumbprint"]).Value);
        AssertTold(isCancelled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Settings_that_are_written_stand_whatever_happens_while_their_remarks_are_looked_up(bool isCancelled)
    {
        var settings = world.Resource("OAuthConfiguration", "settings");
        world.Engine.OnQuestion = asked => asked.Parts == ServerParts.AuthorizationServers ? EndAsync(isCancelled) : Task.CompletedTask;

        await settings.UpAsync(Programs.OAuth().Set("clientAuthorizationOAuthServerIdentity", "adfs"));

        Assert.Equal<PropertyValue>("adfs", settings.Outputs["clientAuthorizationOAuthServerIdentity"]);
        AssertTold(isCancelled);
    }

    [Fact]
    public async Task An_update_that_was_interrupted_keeps_what_was_seen()
    {
        var partner = world.Resource("PartnerApplication");
        await partner.UpAsync(Programs.Partner());
        world.Engine.Troubles.Expect(Trouble.AnswerLostAndSeen);

        var failure = await Assert.ThrowsAsync<RpcException>(() => partner.UpAsync(Programs.Partner().Set("enabled", false)));

        Assert.False(((BoolValue)PropertyCodec.Decode(failure.Detail<ErrorResourceInitFailed>()!.Properties)["enabled"]).Value);
    }

    [Fact]
    public async Task A_deletion_of_which_nobody_knows_is_done_again()
    {
        var partner = world.Resource("PartnerApplication");
        await partner.UpAsync(Programs.Partner());
        world.Engine.Troubles.Expect(Trouble.AnswerLost);

        Assert.Equal(StatusCode.Unknown, (await Assert.ThrowsAsync<RpcException>(partner.DeleteKeepingStateAsync)).StatusCode);
        await partner.DeleteAsync();

        Assert.Empty(await world.Servers.ListPartnerApplicationsAsync(PluginUnderTest.Lync, default));
    }

    /// <summary>The run is cancelled at that moment, or the server gone.</summary>
    private async Task EndAsync(bool isCancelled)
    {
        await (isCancelled ? world.Plugin.Client.CancelAsync(default) : Task.CompletedTask);
        throw isCancelled ? new OperationCanceledException() : new FaultException(RemoteTroubles.Fault);
    }

    private void AssertTold(bool isCancelled) => Assert.Equal(
        !isCancelled, world.Plugin.Engine.Warnings.Any(warning => warning.Contains("PT8015", StringComparison.Ordinal)));

    private async Task<SigningCertificate?> BoundAsync(string server) =>
        (await world.Servers.FindCertificateBindingAsync(server, default))?.Slots.Current;

    private static PropertyMap ProgramOf(string type) => type == "PartnerApplication" ? Programs.Partner() : Programs.TokenServer();
}
