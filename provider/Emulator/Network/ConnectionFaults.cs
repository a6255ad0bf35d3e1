using System.Net.Sockets;
using System.Security.Authentication;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Network;

/// <summary>Tells apart why no whole answer came.</summary>
internal static class ConnectionFaults
{
    public static Fault Of(Uri url, Exception failure) => failure switch
    {
        // Whether the host is one of ours is asked of the store, which may have failed at that.
        { InnerException: FaultException { Faults: [{ IsOfEngine: true } ofEngine, ..] } } => ofEngine,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => FaultCatalogue.TlsRefused(url, Innermost(failure)),
        { InnerException: AuthenticationException } => FaultCatalogue.TlsRefused(url, Innermost(failure)),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
            InnerException: SocketException socket,
        } =>
            FaultCatalogue.HostUnreachable(url, socket.SocketErrorCode.ToString()),
        _ => FaultCatalogue.AnswerBreaksOff(url, Innermost(failure)),
    };

    private static string Innermost(Exception failure) => failure.GetBaseException().Message.TrimEnd('.', ' ');
}
