using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using PartnerTrust.Emulator.Tests.Fixtures;

namespace PartnerTrust.Emulator.Tests.Bearer;

/// <summary>What a server makes of an Authorization header, byte by byte as clients may send it.</summary>
public sealed class BearerHeaderTests
{
    [Theory]
    [InlineData("Authorization: Bearer {0}")]
    [InlineData("Authorization: bearer {0}")]
    [InlineData("authorization:BEARER   {0}  ")]
    public async Task A_token_behind_the_scheme_and_a_blank_is_accepted(string header)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var answer = await AskAsync(litware, header);

        Assert.StartsWith("HTTP/1.1 200 ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization: Bearer{0}")]
    [InlineData("Authorization: Bearer\t{0}")]
    [InlineData("Authorization: Bearer={0}")]
    [InlineData("Authorization: Bearer: {0}")]
    [InlineData("Authorization: Bearer \"{0}\"")]
    [InlineData("Authorization: Bearer token={0}")]
    [InlineData("Authorization: Bearer Bearer {0}")]
    [InlineData("Authorization: Bearer {0} {0}")]
    [InlineData("Authorization: Bearer {0}, Bearer {0}")]
    [InlineData("Authorization: Bearer {0}\r\nAuthorization: Bearer {0}")]
    [InlineData("Authorization: Basic dTpw\r\nAuthorization: Bearer {0}")]
    [InlineData("Authorization: Basic dTpw, Bearer {0}")]
    [InlineData("Authorization: JWT {0}")]
    [InlineData("Authorization: {0}")]
    [InlineData("X-Authorization: Bearer {0}")]
    public async Task What_is_no_bearer_token_is_challenged_like_a_call_without_one(string header)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var answer = await AskAsync(litware, header);

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
        Assert.Contains("WWW-Authenticate: Bearer client_id=", answer, StringComparison.Ordinal);
        Assert.Contains("WWW-Authenticate: Negotiate", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("error=", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("x-ms-diagnostics", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Authorization: Bearer {0}=")]
    [InlineData("Authorization: Bearer {0}.{0}")]
    [InlineData("Authorization: Bearer ~")]
    public async Task A_bearer_token_that_is_no_good_is_refused_as_one(string header)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        var answer = await AskAsync(litware, header);

        Assert.StartsWith("HTTP/1.1 401 ", answer, StringComparison.Ordinal);
        Assert.Contains("error=\"invalid_token\"", answer, StringComparison.Ordinal);
    }

    /// <summary>The head of the answer to a call by the application itself.</summary>
    private static async Task<string> AskAsync(EmulatedEstate litware, string header)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, await litware.Hosts.StartAsync(EmulatedEstate.Forever));
        await using var tls = new SslStream(
            new NetworkStream(socket), false, (_, _, _, errors) => !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch));
        await tls.AuthenticateAsClientAsync(Litware.Exchange);
        var lines = header.Replace("{0}", litware.AppToken(), StringComparison.Ordinal);
        await tls.WriteAsync(
            Encoding.Latin1.GetBytes($"GET /EWS/Exchange.asmx HTTP/1.1\r\nHost: {Litware.Exchange}\r\n{lines}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(tls, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
