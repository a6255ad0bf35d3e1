namespace PartnerTrust.Trust.Metadata;

/// <summary>One entry of a metadata document's <c>endpoints</c> (domain.md 3.2).</summary>
/// <param name="Location">An https URL, possibly of a back-end host.</param>
/// <param name="Protocol">The constant <c>OAuth2</c>.</param>
/// <param name="Usage"><c>metadata</c>, or <c>issuance</c> for an authorization server.</param>
public sealed record MetadataEndpoint(string Location, string Protocol, string Usage);
