namespace PartnerTrust.Engines.Shadow.Memory;

/// <summary>Never leaves the store: it loads the server and begins the transaction again.</summary>
internal sealed class ServerNotLoadedException(string server) : Exception(server)
{
    public string Server { get; } = server;
}
