using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using PartnerTrust.Emulator.Tests.Fixtures;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Tests.Hosting;

/// <summary>The listener outlives its visitors.</summary>
public sealed class ListenerTests
{
    [Theory]
    [InlineData("")]
    [InlineData("GET / HTTP/1.1\r\nHost: autodiscover.litwareinc.com\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001\u00ff\u00ff\u0001\u0000garbage")]
    public async Task What_is_no_tls_ends_that_connection_alone(string greeting)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        using (var visitor = await ConnectAsync(litware))
        {
            await visitor.SendAsync(System.Text.Encoding.Latin1.GetBytes(greeting));
            visitor.Shutdown(SocketShutdown.Send);
            var buffer = new byte[256];
            while (await visitor.ReceiveAsync(buffer) > 0)
            {
            }
        }

        Assert.True((await litware.CheckAsync(CheckRequests.Storage())).Succeeded);
    }

    [Fact]
    public async Task A_listener_that_was_just_starting_does_not_outlive_its_hosts()
    {
        var litware = new EmulatedEstate();
        var hold = new TaskCompletionSource();
        litware.Backend.Awaited = hold.Task;
        var starting = litware.Hosts.StartAsync(EmulatedEstate.Forever);

        var ending = litware.DisposeAsync().AsTask();
        hold.SetResult();
        await ending;

        var port = await starting;
        using var visitor = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => visitor.ConnectAsync(IPAddress.Loopback, port));
    }

    [Fact]
    public async Task A_machine_that_has_no_certificates_for_the_hosts_is_told_of()
    {
        await using var litware = new EmulatedEstate();
        litware.Backend.Authority = "no authority"u8.ToArray();

        var refusal = await Assert.ThrowsAsync<FaultException>(() => litware.Hosts.StartAsync(EmulatedEstate.Forever));

        Assert.Equal("PT8017", refusal.Faults[0].Code);
    }

    [Fact]
    public async Task A_name_that_is_no_servers_gets_no_certificate()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        using var visitor = await ConnectAsync(litware);
        await using var tls = new SslStream(new NetworkStream(visitor));

        await Assert.ThrowsAnyAsync<Exception>(() => tls.AuthenticateAsClientAsync("www.contoso.com"));
    }

    [Fact]
    public async Task A_certificate_is_for_the_name_that_was_asked_for()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        using var visitor = await ConnectAsync(litware);
        SslPolicyErrors seen = default;
        await using var tls = new SslStream(new NetworkStream(visitor), false, (_, _, _, errors) =>
        {
            seen = errors;
            return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch);
        });

        await tls.AuthenticateAsClientAsync(Litware.Exchange);

        Assert.Equal(SslPolicyErrors.RemoteCertificateChainErrors, seen);
        Assert.True(tls.SslProtocol is SslProtocols.Tls12 or SslProtocols.Tls13);
    }

    [Fact]
    public async Task Many_checks_run_at_once()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var reports = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => litware.CheckAsync(CheckRequests.Storage())));

        Assert.All(reports, report => Assert.True(report.Succeeded, string.Join('\n', report.Steps)));
        Assert.Empty(litware.Backend.Items);
    }

    private static async Task<Socket> ConnectAsync(EmulatedEstate litware)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, await litware.Hosts.StartAsync(EmulatedEstate.Forever));
        return socket;
    }
}
