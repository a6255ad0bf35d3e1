using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>Judges the document behind a record's URL before anything is deleted or written. One that names the partner for whom the record was
/// made updates it. Another partner replaces it where the URL changed, or where the stack itself says that this partner is another by now; else
/// the document turned wrong, and the record stays what it is (PT4002).</summary>
/// <param name="Recorded">For whom the record was made.</param>
/// <param name="Source">Where the program takes the partner from now.</param>
/// <param name="IdentityOf">For whom a document would make it.</param>
/// <param name="Rehearse">Throws what would be refused if the record were made from the document.</param>
internal sealed record PartnerJudgement(
    PartnerIdentity Recorded, DocumentSource Source, Func<AuthMetadataDocument, PartnerIdentity> IdentityOf, Action<AuthMetadataDocument> Rehearse)
{
    public async Task PassAsync(ResourceDiff diff, CancellationToken cancellationToken)
    {
        if (diff.Differences.Count == 0 || !diff.IsForUpdate || Source.Url is not { } url)
        {
            return;
        }

        var partners = new DeclaredPartners(diff.Run);
        var declared = partners.At(url);
        var isCertain = diff.Run.Preview.Foretells(partners.ServerAt(url)?.Fqdn);
        if (await FetchAsync(diff, url, isCertain, cancellationToken) is { } document)
        {
            Judge(diff, document, declared, isCertain);
        }
        else if (declared is not null && declared != Recorded.Principal && !isCertain)
        {
            diff.ForceReplacement(CauseIn(diff));
        }
    }

    /// <summary>Null where it does not answer and need not: an update in place refuses by itself, and what is planned may yet bring it
    /// about.</summary>
    private async Task<AuthMetadataDocument?> FetchAsync(ResourceDiff diff, Uri url, bool isCertain, CancellationToken cancellationToken)
    {
        try
        {
            var engine = await diff.Run.OpenPlanningEngineAsync(cancellationToken);
            return await engine.Documents.FetchAsync(new FetchMetadata(url, Source.TrustsAnyCertificate), Silence.Instance, cancellationToken);
        }
        catch (FaultException refusal) when (isCertain && (diff.Replaces || diff.ChangesInput(DocumentSource.UrlName)))
        {
            throw new FaultException(
                [.. refusal.Faults.Select(fault => fault.Property.Length == 0 ? fault.At(DocumentSource.UrlName) : fault)]);
        }
        catch (FaultException)
        {
            return null;
        }
    }

    private void Judge(ResourceDiff diff, AuthMetadataDocument document, string? declared, bool isCertain)
    {
        var found = IdentityOf(document);
        var isAnother = found.Principal != Recorded.Principal;
        if (isAnother && !diff.ChangesInput(DocumentSource.UrlName) && found.Principal != declared)
        {
            if (isCertain)
            {
                throw new FaultException(FaultCatalogue.PartnerIdentityChanged(Recorded, found).At(DocumentSource.UrlName));
            }

            return;
        }

        if (isAnother)
        {
            diff.ForceReplacement(CauseIn(diff));
        }

        if (diff.Replaces && isCertain)
        {
            Rehearse(document);
        }
    }

    /// <summary>Where the program changed something that led to the other partner, if it did.</summary>
    private string CauseIn(ResourceDiff diff) =>
        !diff.ChangesInput(DocumentSource.UrlName) && Source.RefreshTrigger is { } trigger && diff.Changes(trigger)
            ? trigger.Path
            : DocumentSource.UrlName;
}
