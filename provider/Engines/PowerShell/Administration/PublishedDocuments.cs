using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What a look at a server completes from what servers publish, where the cmdlets leave a gap. Each document is fetched once a look.
/// </summary>
internal sealed class PublishedDocuments(Func<Uri, Task<AuthMetadataDocument?>> fetch)
{
    private readonly Dictionary<Uri, AuthMetadataDocument?> fetched = [];

    /// <summary>Those that the plugin fetches itself.</summary>
    public static Func<Uri, Task<AuthMetadataDocument?>> From(IMetadataSource documents, CancellationToken cancellationToken) => async url =>
    {
        try
        {
            return await documents.FetchAsync(new FetchMetadata(url, TrustAnySslCertificate: false), Silence.Instance, cancellationToken);
        }
        catch (FaultException)
        {
            return null;
        }
    };

    /// <summary>Null where there is none that can be read.</summary>
    public async Task<AuthMetadataDocument?> FindAsync(Uri url)
    {
        if (!fetched.TryGetValue(url, out var document))
        {
            document = await fetch(url);
            fetched[url] = document;
        }

        return document;
    }

    /// <summary>The realm of a partner whose record names none, as its document has it (domain.md 3.2).</summary>
    public async Task<string> RealmAsync(Uri url, string applicationIdentifier) =>
        await FindAsync(url) is { } document && document.ServiceName == applicationIdentifier ? document.Realm : "";

    /// <summary>The issuer of an authorization server, of which products keep the identifier with its realm or without.</summary>
    public async Task<string> IssuerAsync(Uri url, string issuerIdentifier, string? realm)
    {
        var identifier = issuerIdentifier.ToLowerInvariant();
        return issuerIdentifier.Contains('@') || IssuerNames.IsEntityId(issuerIdentifier) ? issuerIdentifier
            : await FindAsync(url) is { } document && (identifier.Length == 0 || document.ServiceName == identifier) ? document.Issuer
            : $"{identifier}@{realm}";
    }
}
