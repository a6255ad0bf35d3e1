using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Security;

namespace PartnerTrust.Network;

/// <summary>How connections are made. Nothing is followed, unpacked or remembered by itself, and none is used again: what changed since the last
/// exchange is seen.</summary>
public static class HttpsHandlers
{
    /// <summary>By the machine's own names, proxy settings and trusted authorities: by what its administrator looks after.</summary>
    [SuppressMessage("Security", "CA5359", Justification = "The stack asks for it by trustAnySslCertificate, as Exchange lets laboratories do.")]
    public static SocketsHttpHandler OfThisMachine(bool trustAnyCertificate)
    {
        var handler = Bare();
        handler.SslOptions.RemoteCertificateValidationCallback = trustAnyCertificate
            ? (_, _, _, _) => true
            : (sender, certificate, chain, errors) => TlsCertificateReview.Require(((SslStream)sender).TargetHostName, certificate, chain, errors);
        return handler;
    }

    /// <summary>What all of them have in common.</summary>
    public static SocketsHttpHandler Bare() => new()
    {
        // Servers of others are not told by which spans we ask.
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        MaxResponseHeadersLength = 64,
        PooledConnectionLifetime = TimeSpan.Zero,
        UseCookies = false,
    };
}
