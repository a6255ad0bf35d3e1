using PartnerTrust.Engines.Store;

namespace PartnerTrust.Engines.Shadow.Memory;

/// <summary>A transaction on a copy of the state. Touching a server that was not copied yet breaks it off.</summary>
internal sealed class MemorySession : IStoreSession
{
    public MemorySession(MemoryState state, IReadOnlyList<string> servers)
    {
        State = state;
        Servers = servers;
        Certificates = new MemoryCertificates(this);
        PublishedMetadata = new MemoryPublishedMetadata(this);
        PartnerApplications = new MemoryPartnerApplications(this);
        OAuthConfigurations = new MemoryOAuthConfigurations(this);
        AuthorizationServers = new MemoryAuthorizationServers(this);
    }

    public MemoryState State { get; set; }

    public ICertificateTable Certificates { get; }

    public IPublishedMetadataTable PublishedMetadata { get; }

    public IPartnerApplicationTable PartnerApplications { get; }

    public IOAuthConfigurationTable OAuthConfigurations { get; }

    public IAuthorizationServerTable AuthorizationServers { get; }

    private IReadOnlyList<string> Servers { get; }

    /// <summary>The state, with that server in it.</summary>
    public MemoryState Of(string server) => State.Loaded.Contains(server) ? State : throw new ServerNotLoadedException(server);

    /// <summary>The state, with every server in it.</summary>
    public MemoryState OfAll() => Servers.Aggregate(State, (_, server) => Of(server));
}
