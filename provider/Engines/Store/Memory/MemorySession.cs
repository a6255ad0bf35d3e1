using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Store.Memory;

/// <summary>A transaction on a copy of the state. Touching what was not copied yet breaks it off.</summary>
internal sealed class MemorySession : IStoreSession
{
    private readonly IReadOnlyList<string> servers;

    public MemorySession(MemoryState state, IReadOnlyList<string> servers)
    {
        State = state;
        this.servers = servers;
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

    /// <summary>The state, with those parts of that server in it.</summary>
    public MemoryState Of(string server, ServerParts parts) => Holding(new ServerQuery(server, parts));

    /// <summary>The state, with that certificate of that server in it if the server has it.</summary>
    public MemoryState Of(string server, Thumbprint thumbprint) => State.Certificates.ContainsKey((server, thumbprint))
        ? State
        : Holding(new ServerQuery(server, ServerParts.None) { Certificates = [thumbprint] });

    /// <summary>The state, with those parts of every server in it.</summary>
    public MemoryState OfAll(ServerParts parts) => Holding([.. servers.Select(server => new ServerQuery(server, parts))]);

    private MemoryState Holding(params ReadOnlySpan<ServerQuery> queries)
    {
        var missing = new List<ServerQuery>();
        foreach (var query in queries)
        {
            if (!State.Holds(query))
            {
                missing.Add(query);
            }
        }

        return missing.Count == 0 ? State : throw new PartsNotLoadedException([.. missing]);
    }
}
