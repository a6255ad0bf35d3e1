using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>The values of enumerations. The pages hardly have any; these are of domain.md 2.2, 4.1–4.7, 6.1 and 6.2.</summary>
internal static class AcceptedValues
{
    private static readonly Dictionary<string, ImmutableArray<string>> ByType = new(StringComparer.Ordinal)
    {
        ["ApplicationTrustLevel"] = ["Full", "Application", "User"],
        ["ClientAdalAuthOverride"] = ["NoOverride", "Allowed", "Disallowed"],
        ["CertType[]"] =
        [
            "Default", "WebServicesInternal", "WebServicesExternal", "AccessEdgeExternal", "DataEdgeExternal", "AudioVideoAuthentication",
            "Internal", "External", "PICWebService", "ProvisionService", "WsFedTokenTransfer", "XmppServer", "MediationServer", "P2PTrunk",
            "OAuthTokenIssuer",
        ],
        ["ExchFolder"] = ["ConversationHistory", "Inbox", "Dumpster"],
        ["KeyAlgorithmIdentifier"] = ["RSA", "ECDH_P256", "ECDH_P384", "ECDH_P521"],
        ["SupportedAccountType"] = ["OrganizationalAccount", "ConsumerAccount"],
        ["AuthServerType"] = ["ADFS", "AzureAD", "Facebook", "LinkedIn", "MicrosoftACS"],
        ["ModServiceType"] = ["EWS", "AutoD", "Generic"],
        ["SPCmdletAppPrincipalPermissionKind"] = ["Guest", "Read", "Write", "Manage", "FullControl"],
        ["SPCmdletAppPrincipalPermissionScope"] = ["Site", "SiteCollection", "SiteSubscription"],
        ["PSSession.Authentication"] = ["Default", "Basic", "Negotiate", "NegotiateWithImplicitCredential", "Credssp", "Digest", "Kerberos"],
    };

    /// <summary>Empty where every text is taken.</summary>
    public static ImmutableArray<string> Of(string documentedType) => ByType.GetValueOrDefault(documentedType, []);
}
