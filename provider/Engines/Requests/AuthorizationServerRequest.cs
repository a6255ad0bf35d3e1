namespace PartnerTrust.Engines.Requests;

public sealed record AuthorizationServerRequest(string Server, string Name, Uri AuthMetadataUrl, string? Realm);
