using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>A partner that cannot be read, or answers nonsense, costs nobody the keys that were read before.</summary>
public sealed class LastGoodKeysTests
{
    private static readonly SavePartnerApplication Partner = new(
        Estate.Lync.Fqdn, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), TrustLevel.Full, true, false, null);

    private static readonly SaveAuthorizationServer TokenServer =
        new(Estate.Lync.Fqdn, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null));

    [Fact]
    public async Task Whatever_a_partner_publishes_what_cannot_be_read_leaves_every_record_as_it_was()
    {
        var publisher = new Publisher();
        await using var engine = MemoryEngine.Of([Estate.Lync], [], new FakeTimeProvider(Certs.Now), publisher);
        var good = await engine.CreatePartnerApplicationAsync(Partner, default);
        var goodServer = await engine.CreateAuthorizationServerAsync(TokenServer, default);

        foreach (var (name, code, content) in MalformedDocuments.All)
        {
            publisher.Content = content;
            var refusal = await Assert.ThrowsAsync<FaultException>(() => engine.UpdatePartnerApplicationAsync(Partner, default));
            var refusalOfServer = await Assert.ThrowsAsync<FaultException>(() => engine.UpdateAuthorizationServerAsync(TokenServer, default));

            Assert.Equal((name, code, code), (name, refusal.Faults[0].Code, refusalOfServer.Faults[0].Code));
            Assert.Equal(good, await engine.FindPartnerApplicationAsync(Estate.Lync.Fqdn, "Exchange", default));
            Assert.Equal(goodServer, await engine.FindAuthorizationServerAsync(Estate.Lync.Fqdn, "sts", default));
        }
    }

    [Fact]
    [Trait("Size", "Nightly")]
    public async Task A_mutated_document_is_taken_whole_or_leaves_the_record_as_it_was()
    {
        var publisher = new Publisher();
        await using var engine = MemoryEngine.Of([Estate.Lync], [], new FakeTimeProvider(Certs.Now), publisher);
        var good = publisher.Content;
        var kept = await engine.CreatePartnerApplicationAsync(Partner, default);
        var refused = 0;

        for (var seed = 0; seed < GeneratedCases.Number(10_000, byNight: 500_000); seed++)
        {
            publisher.Content = Mutation.Of(good, seed);
            try
            {
                var taken = await engine.UpdatePartnerApplicationAsync(Partner, default);
                Assert.Equal(publisher.Read(Estate.Exchange.MetadataUrl).Keys.AsEnumerable(), taken.TrustedKeys);
                kept = taken;
            }
            catch (FaultException refusal)
            {
                refused++;
                Assert.Matches("^PT(30|40)", refusal.Faults[0].Code);
            }

            Assert.Equal(kept, await engine.FindPartnerApplicationAsync(Estate.Lync.Fqdn, "Exchange", default));
        }

        Assert.True(refused > 1_000, $"only {refused} mutations were refused");
    }

    [Theory]
    [InlineData(HostFaultKind.Html)]
    [InlineData(HostFaultKind.Redirect)]
    [InlineData(HostFaultKind.NotFound)]
    [InlineData(HostFaultKind.Unauthorized)]
    [InlineData(HostFaultKind.ServerError)]
    [InlineData(HostFaultKind.BrokenTls)]
    [InlineData(HostFaultKind.UntrustedTls)]
    [InlineData(HostFaultKind.WrongTlsName)]
    [InlineData(HostFaultKind.TruncatedBody)]
    [InlineData(HostFaultKind.OversizedBody)]
    [InlineData(HostFaultKind.PrivateKeyMissing)]
    public async Task A_server_that_fails_leaves_its_partners_with_the_keys_they_have(HostFaultKind kind)
    {
        await using var installation = await Installation.StartAsync();
        await installation.EstablishAsync();
        var register = Installation.Register(Estate.Lync, Estate.Exchange);
        var before = await installation.Engine.FindPartnerApplicationAsync(register.Server, register.Name, default);
        await using (var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default))
        {
            await lab.RollCertificateAsync(Litware.Exchange, default);
            await lab.Faults.SwitchOnAsync(new HostFault(Litware.Exchange, kind, null), default);
        }

        var refusal = await Assert.ThrowsAsync<FaultException>(() => installation.Engine.UpdatePartnerApplicationAsync(register, default));

        Assert.StartsWith("PT30", refusal.Faults[0].Code, StringComparison.Ordinal);
        Assert.Equal(before, await installation.Engine.FindPartnerApplicationAsync(register.Server, register.Name, default));
    }

    /// <summary>Publishes one content, whatever it is, under every URL.</summary>
    private sealed class Publisher : IMetadataSource
    {
        public byte[] Content { get; set; } = System.Text.Encoding.UTF8.GetBytes(MalformedDocuments.Good);

        public Task<AuthMetadataDocument> FetchAsync(FetchMetadata request, IProgress<string> progress, CancellationToken cancellationToken) =>
            Task.FromResult(Read(request.Url));

        public AuthMetadataDocument Read(Uri url) => AuthMetadataReader.Read(Content, "application/json", url);
    }
}
