namespace PartnerTrust.Trust.Servers;

/// <summary>Where the products answer calls that carry a token (domain.md 5.6, 6.1, 6.3). The paths are compared without case.</summary>
public static class ServicePaths
{
    /// <summary>Autodiscover over SOAP.</summary>
    public const string Autodiscover = "/autodiscover/autodiscover.svc";

    /// <summary>The older Autodiscover, plain XML, for mail clients.</summary>
    public const string PlainAutodiscover = "/autodiscover/autodiscover.xml";

    /// <summary>Exchange Web Services.</summary>
    public const string Ews = "/EWS/Exchange.asmx";

    /// <summary>Where a probe presents its token: writes nothing and needs no mailbox.</summary>
    public static string ProbeOf(ServerProduct product) => product switch
    {
        ServerProduct.ExchangeServer => Ews,
        ServerProduct.SharePointServer => "/_vti_bin/client.svc",
        ServerProduct.LyncServer => "/webticket/webticketservice.svc",
        _ => "/tokens/whoami",
    };

    public static Uri ProbeOf(Server server) => Of(server.Fqdn, ProbeOf(server.Product));

    /// <summary>Where the mailboxes of an Exchange server are reached.</summary>
    public static Uri EwsOf(string server) => Of(server, Ews);

    public static bool AreSame(string path, string other) => path.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the server answers as Autodiscover at the URL, which is one of its own (domain.md 8 row 14).</summary>
    public static bool AnswersAutodiscover(Server server, Uri url) =>
        server.Product == ServerProduct.ExchangeServer && AreSame(url.AbsolutePath, Autodiscover);

    private static Uri Of(string server, string path) => new($"https://{server}{path}");
}
