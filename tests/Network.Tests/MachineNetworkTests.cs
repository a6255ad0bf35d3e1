using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Network.Tests;

/// <summary>The network that the machine is in: its own names, authorities and proxy.</summary>
public sealed class MachineNetworkTests : IDisposable
{
    private static readonly NetworkLimits Patient = NetworkLimits.Usual with { Timeout = TimeSpan.FromMinutes(2) };

    private readonly HttpsNetwork network = HttpsNetwork.OfThisMachine(Patient);

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task A_certificate_that_no_authority_of_the_machine_vouches_for_is_refused_unless_any_is_asked_for()
    {
        await using var host = await LoopbackHost.StartAsync(context => context.Response.WriteAsync("here"));

        var refused = await Assert.ThrowsAsync<FaultException>(() => network.GetDocumentAsync(host.Url, false, default));
        var response = await network.GetDocumentAsync(host.Url, true, default);

        Assert.Equal("PT3052", refused.Faults[0].Code);
        Assert.Equal("here"u8.ToArray(), response.Body.ToArray());
    }

    [Theory]
    [InlineData("localhost", 1970, 2099, "its certificate comes from \"CN=localhost\", which is not trusted here")]
    [InlineData("mail.litwareinc.com", 1970, 2099, "its certificate is for mail.litwareinc.com, not for localhost")]
    [InlineData("localhost", 1970, 2001, "its certificate expired at 2001-12-31T00:00:00Z")]
    [InlineData("localhost", 2097, 2099, "its certificate is valid only from 2097-01-01T00:00:00Z")]
    public async Task Why_a_certificate_is_refused_is_told(string name, int from, int to, string reason)
    {
        await using var host = await LoopbackHost.StartAsync(context => context.Response.WriteAsync("here"), name, from, to);

        var refused = await Assert.ThrowsAsync<FaultException>(() => network.GetDocumentAsync(host.Url, false, default));

        Assert.Equal("PT3052", refused.Faults[0].Code);
        Assert.Contains(reason, refused.Faults[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_fetched_and_read()
    {
        var slots = new CertificateSlots(null, Certs.Public(0), null, null);
        var document = AuthMetadata.Of(Estate.Lync, Estate.LyncSettings, slots, Estate.Lync.MetadataUrl, Certs.Now);
        await using var host = await LoopbackHost.StartAsync(async context =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(AuthMetadataWriter.Write(document, Estate.Lync.Product));
        });

        var fetched = await new DocumentFetcher(network).FetchAsync(host.Url, true, default);

        Assert.Equal(document.Issuer, fetched.Issuer);
        Assert.Equal(document.Keys.AsEnumerable(), fetched.Keys);
    }

    [Fact]
    public async Task The_proxy_of_the_machine_is_asked_for_the_way()
    {
        await using var host = await LoopbackHost.StartAsync(context => context.Response.WriteAsync("here"));

        await network.GetDocumentAsync(host.Url, true, default);

        Assert.Contains(host.Url, MachineProxy.Asked);
    }

    [Fact]
    public async Task A_connection_is_not_used_again_and_no_cookie_is_remembered()
    {
        var seen = new List<(string Connection, bool HasCookie)>();
        await using var host = await LoopbackHost.StartAsync(context =>
        {
            seen.Add((context.Connection.Id, context.Request.Headers.Cookie.Count > 0));
            context.Response.Headers.SetCookie = "a=b";
            return context.Response.WriteAsync("here");
        });

        await network.GetDocumentAsync(host.Url, true, default);
        await network.GetDocumentAsync(host.Url, true, default);

        Assert.Equal(2, seen.DistinctBy(request => request.Connection).Count());
        Assert.DoesNotContain(seen, request => request.HasCookie);
    }

    [Fact]
    public async Task Nobody_at_the_port_is_a_host_that_cannot_be_reached()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        var refused = await Assert.ThrowsAsync<FaultException>(
            () => network.GetDocumentAsync(new Uri($"https://localhost:{port}/"), false, default));

        Assert.Equal("PT3051", refused.Faults[0].Code);
    }

    [Fact]
    public async Task A_name_that_the_machine_does_not_know_is_a_host_that_cannot_be_reached()
    {
        var refused = await Assert.ThrowsAsync<FaultException>(
            () => network.GetDocumentAsync(new Uri("https://nowhere.invalid/"), false, default));

        Assert.Equal("PT3051", refused.Faults[0].Code);
    }
}
