using System.Text;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>What answers at the URL of a metadata document.</summary>
internal sealed record FetchedDocument(Uri Url, byte[] Body) : ISituation
{
    public string? ContentType { get; init; }

    public FetchedDocument Saying(string body) => this with { Body = Encoding.UTF8.GetBytes(body) };

    public Judgement Judge() => Judgement.Of(() => AuthMetadataReader.Read(Body, ContentType, Url));
}
