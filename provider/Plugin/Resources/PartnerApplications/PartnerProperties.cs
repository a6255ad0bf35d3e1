using System.Collections.Immutable;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.Records;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>The properties of a partner application by their names on the wire.</summary>
internal static class PartnerProperties
{
    public const string Server = Identity.Server;
    public const string Name = Identity.Name;
    public const string AuthMetadataUrl = DocumentSource.UrlName;
    public const string Certificate = "certificate";
    public const string AuthorizationServer = "authorizationServer";
    public const string TrustLevel = "trustLevel";
    public const string Enabled = "enabled";
    public const string AcceptSecurityIdentifierInformation = "acceptSecurityIdentifierInformation";
    public const string IsTrustBroker = "isTrustBroker";
    public const string TrustAnySslCertificate = "trustAnySslCertificate";
    public const string RefreshTrigger = "refreshTrigger";
    public const string Restart = "restart";
    public const string RestartServers = "restartServers";
    public const string LinkedAccount = "linkedAccount";
    public const string ApplicationIdentifier = "applicationIdentifier";
    public const string Realm = "realm";
    public const string Issuer = "issuer";
    public const string TrustedKeys = FoundDrift.Keys;

    /// <summary>What may say who the partner is, of which one does.</summary>
    public static ImmutableArray<string> Sources { get; } = [AuthMetadataUrl, Certificate, AuthorizationServer];

    /// <summary>Of which the trust itself knows nothing.</summary>
    public static ImmutableArray<string> BesideTheTrust { get; } = [RefreshTrigger, Restart, RestartServers];
}
