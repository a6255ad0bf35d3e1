using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Shadow.Memory;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tests.Metadata;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>A partner that cannot be read, or answers nonsense, costs nobody the keys that were read before.</summary>
public sealed class LastGoodKeysTests
{
    private static readonly PartnerApplicationRequest Partner = new(
        Estate.Lync.Fqdn, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), TrustLevel.Full, true, false, null);

    private static readonly AuthorizationServerRequest TokenServer = new(Estate.Lync.Fqdn, "sts", Estate.TokenServer.MetadataUrl, null);

    [Fact]
    public async Task Whatever_a_partner_publishes_what_cannot_be_read_leaves_every_record_as_it_was()
    {
        var publisher = new Publisher();
        await using var store = new MemoryTrustStore(publisher, [Estate.Lync.Fqdn]);
        var operations = Operations(store, publisher);
        var good = await operations.PartnerApplications.CreateAsync(Partner, default);
        var goodServer = await operations.AuthorizationServers.CreateAsync(TokenServer, default);

        foreach (var (name, code, content) in MalformedDocuments.All)
        {
            publisher.Content = content;
            var refusal = await Assert.ThrowsAsync<FaultException>(() => operations.PartnerApplications.UpdateAsync(Partner, default));
            var refusalOfServer = await Assert.ThrowsAsync<FaultException>(() => operations.AuthorizationServers.UpdateAsync(TokenServer, default));

            Assert.Equal((name, code, code), (name, refusal.Faults[0].Code, refusalOfServer.Faults[0].Code));
            Assert.Equal(good, await operations.PartnerApplications.FindAsync(Estate.Lync.Fqdn, "Exchange", default));
            Assert.Equal(goodServer, await operations.AuthorizationServers.FindAsync(Estate.Lync.Fqdn, "sts", default));
        }
    }

    [Fact]
    [Trait("Size", "Nightly")]
    public async Task A_mutated_document_is_taken_whole_or_leaves_the_record_as_it_was()
    {
        var publisher = new Publisher();
        await using var store = new MemoryTrustStore(publisher, [Estate.Lync.Fqdn]);
        var operations = Operations(store, publisher);
        var good = publisher.Content;
        var kept = await operations.PartnerApplications.CreateAsync(Partner, default);
        var refused = 0;

        for (var seed = 0; seed < GeneratedCases.Number(10_000, byNight: 500_000); seed++)
        {
            publisher.Content = Mutation.Of(good, seed);
            try
            {
                var taken = await operations.PartnerApplications.UpdateAsync(Partner, default);
                Assert.Equal(publisher.Read(Estate.Exchange.MetadataUrl).Keys.AsEnumerable(), taken.TrustedKeys);
                kept = taken;
            }
            catch (FaultException refusal)
            {
                refused++;
                Assert.Matches("^PT(30|40)", refusal.Faults[0].Code);
            }

            Assert.Equal(kept, await operations.PartnerApplications.FindAsync(Estate.Lync.Fqdn, "Exchange", default));
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
        var register = Installation.Register(Installation.Lync, Installation.Exchange);
        var before = await installation.Engine.FindPartnerApplicationAsync(register.Server, register.Name, default);
        await using (var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default))
        {
            await lab.RollCertificateAsync(Fixtures.Partners.Exchange, default);
            await lab.Faults.SwitchOnAsync(new HostFault(Fixtures.Partners.Exchange, kind, null), default);
        }

        var refusal = await Assert.ThrowsAsync<FaultException>(() => installation.Engine.UpdatePartnerApplicationAsync(register, default));

        Assert.StartsWith("PT30", refusal.Faults[0].Code, StringComparison.Ordinal);
        Assert.Equal(before, await installation.Engine.FindPartnerApplicationAsync(register.Server, register.Name, default));
    }

    private static TrustOperations Operations(MemoryTrustStore store, Publisher publisher) =>
        new(store, new ServerDirectory([Estate.Lync], []), new FakeTimeProvider(Certs.Now), RSA.Create, _ => publisher);

    /// <summary>Publishes one content, whatever it is, under every URL.</summary>
    private sealed class Publisher : IMetadataSource, ISnapshotSource
    {
        public byte[] Content { get; set; } = System.Text.Encoding.UTF8.GetBytes(MalformedDocuments.Good);

        public Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken) =>
            Task.FromResult(Read(url));

        public AuthMetadataDocument Read(Uri url) => AuthMetadataReader.Read(Content, "application/json", url);

        public Task<ServerSnapshot> ReadServerAsync(string server, CancellationToken cancellationToken) =>
            Task.FromResult(new ServerSnapshot(server, CertificateSlots.Empty, [], [], [], [], null, []));
    }
}
