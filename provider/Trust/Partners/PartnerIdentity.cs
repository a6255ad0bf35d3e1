namespace PartnerTrust.Trust.Partners;

/// <summary>How a partner proves who it is (domain.md 4.3).</summary>
public enum PartnerKind
{
    /// <summary>It publishes its keys and signs its own tokens.</summary>
    Direct,

    /// <summary>It signs its own tokens; its key was given as a certificate.</summary>
    Certificate,

    /// <summary>An authorization server vouches for it: the cloud applications of a hybrid.</summary>
    BehindAuthorizationServer,
}

/// <summary>What a record is recognised by. The identifier alone is not enough: a hybrid's cloud application shares it with the product on
/// the premises (domain.md 4.6).</summary>
public sealed record PartnerIdentity(string ApplicationIdentifier, PartnerKind Kind, string Realm)
{
    /// <summary>In the form <c>application@realm</c> (domain.md 1.5); of an issuer that has no such name, its name.</summary>
    public string Principal => ApplicationIdentifier.Length == 0 ? Realm : $"{ApplicationIdentifier}@{Realm}";

    /// <summary>Whether somebody else vouches for it.</summary>
    public bool IsBehindAuthorizationServer => Kind == PartnerKind.BehindAuthorizationServer;

    public static PartnerIdentity Of(PartnerApplication record) => new(record.ApplicationIdentifier, KindOf(record.Source), record.Realm);

    public static PartnerKind KindOf(PartnerSource source) => source switch
    {
        PartnerSource.Metadata => PartnerKind.Direct,
        PartnerSource.Certificate => PartnerKind.Certificate,
        _ => PartnerKind.BehindAuthorizationServer,
    };

    /// <summary>What Exchange's listing tells: the cloud application has no URL and uses an auth server (domain.md 4.3).</summary>
    public static PartnerKind KindOf(string? authMetadataUrl, bool useAuthServer) =>
        useAuthServer ? PartnerKind.BehindAuthorizationServer : string.IsNullOrEmpty(authMetadataUrl) ? PartnerKind.Certificate : PartnerKind.Direct;

    /// <summary>Whether two records would answer for the same tokens, however each got its keys.</summary>
    public bool SamePartnerAs(PartnerIdentity other) =>
        (ApplicationIdentifier, Realm, IsBehindAuthorizationServer)
            == (other.ApplicationIdentifier, other.Realm, other.IsBehindAuthorizationServer);
}
