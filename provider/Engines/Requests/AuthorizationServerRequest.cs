namespace PartnerTrust.Engines.Requests;

public sealed record AuthorizationServerRequest(string Server, string Name, Uri AuthMetadataUrl, string? Realm)
{
    /// <summary>The name of the record that gives way to this one, in one step, where it has its name or is about the same partner; null where none does.</summary>
    public string? InPlaceOf { get; init; }
}
