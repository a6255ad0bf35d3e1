namespace PartnerTrust.Engines.Requests;

public sealed record AuthorizationServerRequest(string Server, string Name, Uri AuthMetadataUrl, string? Realm)
{
    /// <summary>The name of the record in whose place this one is to be created, in one step; null where it takes nobody's.</summary>
    public string? InPlaceOf { get; init; }
}
