using System.Net.Sockets;
using System.Security.Authentication;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Network;

/// <summary>Tells apart why no whole answer came.</summary>
internal static class ConnectionFaults
{
    public static Fault Of(Uri url, Exception failure) => failure switch
    {
        // Whoever makes the connections may have failed at a fault of its own, as a store that is asked for the host.
        { InnerException: FaultException { Faults: [{ IsOfEngine: true } ofEngine, ..] } } => ofEngine,
        _ when Refused(failure) is { } tls => FaultCatalogue.TlsRefused(url, tls.Reason),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => FaultCatalogue.TlsRefused(url, Innermost(failure)),
        { InnerException: AuthenticationException } => FaultCatalogue.TlsRefused(url, Innermost(failure)),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
            InnerException: SocketException socket,
        } =>
            FaultCatalogue.HostUnreachable(url, socket.SocketErrorCode.ToString()),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => FaultCatalogue.HostUnreachable(url, Innermost(failure)),
        _ => FaultCatalogue.AnswerBreaksOff(url, Innermost(failure)),
    };

    private static TlsRefusedException? Refused(Exception? failure) => failure switch
    {
        null => null,
        TlsRefusedException refused => refused,
        _ => Refused(failure.InnerException),
    };

    private static string Innermost(Exception failure) => failure.GetBaseException().Message.TrimEnd('.', ' ');
}
