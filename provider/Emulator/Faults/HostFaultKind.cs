namespace PartnerTrust.Emulator.Faults;

/// <summary>How a server can be made to fail the way real ones do (domain.md 3.4 and 8). The names are what the lab command takes.</summary>
public enum HostFaultKind
{
    /// <summary>Answers 302 to a login page that redirects to itself, or to the URL given, of this host, another one, or http (domain.md 3.4,
    /// 8 row 5). A place on this host is served when it is reached.</summary>
    Redirect,

    /// <summary>Answers 200 with a sign-in page in HTML (domain.md 3.4, 8 row 5).</summary>
    Html,

    /// <summary>Answers 200 with federation metadata in XML, as the document of another protocol (domain.md 12).</summary>
    Xml,

    /// <summary>Answers 404 everywhere (domain.md 8 rows 4 and 14).</summary>
    NotFound,

    /// <summary>Answers 401 without a Bearer challenge, as a pre-authenticating device does (domain.md 3.4, 8 row 5).</summary>
    Unauthorized,

    /// <summary>Answers 500 everywhere.</summary>
    ServerError,

    /// <summary>Answers after a delay, 30 seconds when none is given.</summary>
    Slow,

    /// <summary>Answers at once and then sends one byte a second.</summary>
    DripFeed,

    /// <summary>Breaks the TLS handshake off.</summary>
    BrokenTls,

    /// <summary>Shows a self-signed TLS certificate (domain.md 8 row 6).</summary>
    UntrustedTls,

    /// <summary>Shows a TLS certificate of another name (domain.md 8 row 6).</summary>
    WrongTlsName,

    /// <summary>Shows a TLS certificate that has expired (domain.md 6.3).</summary>
    ExpiredTls,

    /// <summary>Closes the connection in the middle of the body.</summary>
    TruncatedBody,

    /// <summary>Sends more than a megabyte.</summary>
    OversizedBody,

    /// <summary>The server's clock is off by the given seconds, ten minutes ahead when none are given (domain.md 8 row 26).</summary>
    ClockSkew,

    /// <summary>The server goes on with the partner records it knew, until it is restarted (domain.md 8 row 22).</summary>
    StaleConfiguration,

    /// <summary>OAuth is switched off on the virtual directories: no Bearer challenge, tokens are ignored (domain.md 5.6, 8 row 12).</summary>
    OAuthDisabled,

    /// <summary>TLS ends at a device in front, so that the server expects http audiences (domain.md 8 row 8).</summary>
    TlsOffloading,

    /// <summary>The signing certificate has lost its private key on this server (domain.md 8 row 2).</summary>
    PrivateKeyMissing,

    /// <summary>Autodiscover sends its clients to the https URL given, the place of a cloud by default (domain.md 8 rows 14 and 15).</summary>
    AutodiscoverRedirect,

    /// <summary>Whoever runs the check on this server lacks the right to (domain.md 8 row 13).</summary>
    AccessDenied,

    /// <summary>Replication of certificates does not reach the member given, or any: what is bound from now on is missing there
    /// (domain.md 8 rows 20 and 21).</summary>
    ReplicationStuck,

    /// <summary>Private keys cannot leave the server, so that nothing can be replicated (domain.md 2.1).</summary>
    KeyNotExportable,
}
