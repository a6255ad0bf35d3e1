using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>A record's copy of the keys of the partner, or authorization server, at a URL.</summary>
/// <param name="Server">Who keeps the record.</param>
/// <param name="Name">The record's name there.</param>
/// <param name="Source">Where the partner publishes.</param>
/// <param name="Recorded">For whom the record was made.</param>
/// <param name="Keys">What is known of the copy.</param>
/// <param name="IdentityOf">For whom a document would make it.</param>
/// <param name="Declared">Who publishes where, as the stack says.</param>
internal sealed record CopiedKeys(
    string Server,
    string Name,
    FetchMetadata Source,
    PartnerIdentity Recorded,
    KnownKeys Keys,
    Func<AuthMetadataDocument, PartnerIdentity> IdentityOf,
    DeclaredPartners Declared)
{
    /// <summary>What the next update has to put right, each told as a warning, and what is known now; what was found before where the partner does
    /// not answer.</summary>
    public async Task<(ImmutableArray<string> Drift, KnownKeys Keys)> FindDriftAsync(ImmutableArray<string> before, Operation operation)
    {
        try
        {
            var document = await operation.FetchMetadataAsync(Source);
            return await CompareAsync(document, operation);
        }
        catch (FaultException unreachable) when (!unreachable.Faults[0].IsOfEngine)
        {
            await operation.WarnAsync(FaultCatalogue.PartnerUnreachable(Source.Url.AbsoluteUri, unreachable.Faults[0]));
            return ([.. before.Where(path => path is FoundDrift.Keys or DocumentSource.UrlName)], Keys);
        }
    }

    private async Task<(ImmutableArray<string> Drift, KnownKeys Keys)> CompareAsync(AuthMetadataDocument document, Operation operation)
    {
        var found = IdentityOf(document);
        if (found.Principal != Recorded.Principal)
        {
            var isDeclared = Declared.At(Source.Url) == found.Principal;
            await operation.WarnAsync(isDeclared
                ? FaultCatalogue.PartnerDeclaredAnew(Server, Name, Recorded, found)
                : FaultCatalogue.PartnerIdentityChanged(Recorded, found).At(DocumentSource.UrlName) with { IsWarning = true });
            return (isDeclared ? [DocumentSource.UrlName] : [], Keys);
        }

        var faults = Keys.Drift(Server, Name, document.Keys);
        foreach (var fault in faults)
        {
            await operation.WarnAsync(fault);
        }

        await KeyRemarks.WarnAsync(document.Issuer, document.Keys.Except(Keys.Shown ?? []), operation);
        return (faults.IsEmpty ? [] : [FoundDrift.Keys], Keys.Beside(document.Keys));
    }
}
