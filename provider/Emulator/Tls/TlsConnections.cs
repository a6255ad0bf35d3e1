using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace PartnerTrust.Emulator.Tls;

/// <summary>Puts TLS on the listener's connections. Kestrel's own middleware asks a container for its metrics; this one asks for nothing, so
/// that no host has to be built.</summary>
internal sealed partial class TlsConnections(TlsHandshake handshake, ILogger logger)
{
    private static readonly TimeSpan LongestHandshake = TimeSpan.FromSeconds(10);
    private static readonly StreamPipeReaderOptions KeepOpenToRead = new(leaveOpen: true);
    private static readonly StreamPipeWriterOptions KeepOpenToWrite = new(leaveOpen: true);

    public ConnectionDelegate Wrap(ConnectionDelegate next) => async connection =>
    {
        var plain = connection.Transport;
        var tls = new SslStream(new TransportStream(plain), leaveInnerStreamOpen: false);
        await using var _ = tls;
        if (!await AuthenticateAsync(tls, connection.ConnectionClosed))
        {
            return;
        }

        var secured = new SecuredTransport(PipeReader.Create(tls, KeepOpenToRead), PipeWriter.Create(tls, KeepOpenToWrite));
        connection.Transport = secured;
        try
        {
            await next(connection);
        }
        finally
        {
            await secured.Input.CompleteAsync();
            await CompleteAsync(secured.Output);
            connection.Transport = plain;
        }
    };

    private async Task<bool> AuthenticateAsync(SslStream tls, CancellationToken closed)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(closed);
        limit.CancelAfter(LongestHandshake);
        try
        {
            await tls.AuthenticateAsServerAsync(
                (_, hello, _, cancellationToken) => handshake.ChooseAsync(hello.ServerName, cancellationToken), null, limit.Token);
            return true;
        }
        catch (Exception failure) when (failure is AuthenticationException or IOException or OperationCanceledException or ConnectionAbortedException)
        {
            LogRefused(failure.Message);
            return false;
        }
    }

    // An aborted connection cannot take the last bytes any more, which is what aborting means.
    private static async Task CompleteAsync(PipeWriter output)
    {
        try
        {
            await output.CompleteAsync();
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or ConnectionAbortedException or InvalidOperationException)
        {
        }
    }

    [LoggerMessage(3, LogLevel.Debug, "A TLS handshake failed: {Reason}")]
    private partial void LogRefused(string reason);

    private sealed record SecuredTransport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
