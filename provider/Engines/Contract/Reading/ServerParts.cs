namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>What a reader is asked for. Each part may cost a call of its own on a real server.</summary>
[Flags]
public enum ServerParts
{
    /// <summary>Nothing but what is asked for by name.</summary>
    None = 0,

    /// <summary>What is bound, and where it lies.</summary>
    Certificates = 1,

    PartnerApplications = 2,

    AuthorizationServers = 4,

    /// <summary>The global OAuth settings; only Lync has any.</summary>
    Settings = 8,

    /// <summary>Where the server publishes its document.</summary>
    Documents = 16,

    All = Certificates | PartnerApplications | AuthorizationServers | Settings | Documents,
}
