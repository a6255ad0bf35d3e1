using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Judges the document behind a record's URL before anything is deleted or written. One that names the partner for whom the record was
/// made updates it. Another partner replaces it where the URL changed, or where the stack itself says that this partner is another by now; else
/// the document turned wrong, and the record stays what it is (PT4002).</summary>
/// <param name="Recorded">For whom the record was made.</param>
/// <param name="IdentityOf">For whom a document would make it.</param>
/// <param name="Rehearse">Throws what would be refused if the record were made from the document.</param>
internal sealed record PartnerJudgement(
    PartnerIdentity Recorded, Func<AuthMetadataDocument, PartnerIdentity> IdentityOf, Action<AuthMetadataDocument> Rehearse)
{
    private const string Url = "authMetadataUrl";
    private const string Trigger = "refreshTrigger";

    public async Task PassAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        if (comparison.Differences.Count == 0 || !comparison.IsForUpdate
            || !comparison.NewInputs.TryText(Url, out var text) || MetadataInputs.UrlOf(text) is not { } url)
        {
            return;
        }

        var declared = DeclaredPartner.At(url, comparison.Session);
        if (await FetchAsync(comparison, url, cancellationToken) is { } document)
        {
            Judge(comparison, url, document, declared);
        }
        else if (declared is not null && declared != Recorded.Principal && !IsCertain(comparison, url))
        {
            comparison.ForceReplacement(CauseOf(comparison));
        }
    }

    /// <summary>Null where it does not answer and need not: an update in place refuses by itself, and what is planned may yet bring it about.</summary>
    private static async Task<AuthMetadataDocument?> FetchAsync(ResourceComparison comparison, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            var engine = await comparison.Session.OpenPlanningEngineAsync(cancellationToken);
            var request = new FetchMetadata(url, comparison.NewInputs.Flag("trustAnySslCertificate") ?? false);
            return await engine.Documents.FetchAsync(request, Silence.Instance, cancellationToken);
        }
        catch (FaultException refusal) when (IsCertain(comparison, url) && (comparison.Replaces || comparison.ChangesInput(Url)))
        {
            throw new FaultException([.. refusal.Faults.Select(fault => fault.Property.Length == 0 ? fault.At(Url) : fault)]);
        }
        catch (FaultException)
        {
            return null;
        }
    }

    private void Judge(ResourceComparison comparison, Uri url, AuthMetadataDocument document, string? declared)
    {
        var found = IdentityOf(document);
        var isAnother = found.Principal != Recorded.Principal;
        if (isAnother && !comparison.ChangesInput(Url) && found.Principal != declared)
        {
            if (IsCertain(comparison, url))
            {
                throw new FaultException(FaultCatalogue.PartnerIdentityChanged(Recorded, found).At(Url));
            }

            return;
        }

        if (isAnother)
        {
            comparison.ForceReplacement(CauseOf(comparison));
        }

        if (comparison.Replaces && IsCertain(comparison, url))
        {
            Rehearse(document);
        }
    }

    /// <summary>Where the program changed something that led to the other partner, if it did.</summary>
    private static string CauseOf(ResourceComparison comparison) =>
        comparison.ChangesInput(Url) || !comparison.Changes(Trigger) ? Url : Trigger;

    private static bool IsCertain(ResourceComparison comparison, Uri url) =>
        comparison.Session.Preview.Foretells(DeclaredPartner.ServerAt(url, comparison.Session)?.Fqdn);
}
