using System.Collections.Immutable;

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

    private static readonly ImmutableArray<string> Descriptions = ["/EWS/services.wsdl", "/EWS/messages.xsd", "/EWS/types.xsd"];

    /// <summary>Where a probe presents its token: writes nothing and needs no mailbox.</summary>
    public static string ProbeOf(ServerProduct product) => product switch
    {
        ServerProduct.ExchangeServer => Ews,
        ServerProduct.SharePointServer => "/_vti_bin/client.svc",
        ServerProduct.LyncServer => "/webticket/webticketservice.svc",
        _ => "/tokens/whoami",
    };

    public static Uri ProbeOf(Server server) => Of(AuthorityOf(server), ProbeOf(server.Product));

    /// <summary>Where others call the server: SharePoint at the web application whose document it publishes, which may have a port of its own; the
    /// others under their own name.</summary>
    public static string AuthorityOf(Server server) => server.Product == ServerProduct.SharePointServer ? server.MetadataUrl.Authority : server.Fqdn;

    /// <summary>Where the mailboxes of an Exchange server are reached.</summary>
    public static Uri EwsOf(string server) => Of(server, Ews);

    public static bool AreSame(string path, string other) => path.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>What answers calls with a token at a path of the product; null where nothing does.</summary>
    public static TokenService? ServiceAt(ServerProduct product, string path) => product switch
    {
        ServerProduct.ExchangeServer => OfExchange(path),
        _ when IsAt(path, ProbeOf(product)) => TokenService.Guarded,
        _ => null,
    };

    private static TokenService? OfExchange(string path) =>
        IsAt(path, Autodiscover) ? TokenService.Autodiscover
        : IsAt(path, PlainAutodiscover) ? TokenService.PlainAutodiscover
        : IsAt(path, Ews) ? TokenService.Ews
        : Descriptions.Any(description => IsAt(path, description)) ? TokenService.Description
        : null;

    /// <summary>A slash at the end makes no other path.</summary>
    private static bool IsAt(string path, string service) => AreSame(path.TrimEnd('/'), service);

    private static Uri Of(string server, string path) => new($"https://{server}{path}");
}
