using System.Globalization;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>The end of a storage check, as <c>Test-CsExStorageConnectivity</c> has it: writes an item, reads it back and deletes
/// it.</summary>
internal sealed class ItemCheck(CheckWay way, MailboxClient mailbox, IRunningChecks checks, CheckTrace trace)
{
    private readonly string subject = string.Create(CultureInfo.InvariantCulture, $"Connectivity check {Guid.NewGuid()}");

    private ConnectivityRequest Request => way.Request;

    public async Task RunAsync(CheckStep first, CancellationToken cancellationToken)
    {
        var left = new LeftItems(mailbox, Request.Folder, checks);
        await left.RemoveAsync(cancellationToken);
        using var check = Request.DeleteItem ? checks.Begin() : null;
        try
        {
            for (CheckStep? step = first; step is not null; step = way.Next(step))
            {
                await TakeAsync(step, check?.Id, cancellationToken);
            }
        }
        catch when (check is not null)
        {
            // The check has failed already, or was cancelled; what it wrote is not left behind for that.
            check.Dispose();
            await left.RemoveAsync(CancellationToken.None);
            throw;
        }
    }

    private Task TakeAsync(CheckStep step, Guid? check, CancellationToken cancellationToken) => step.Kind switch
    {
        CheckStepKind.WriteItem => WriteAsync(step, check, cancellationToken),
        CheckStepKind.ReadItem => ReadBackAsync(step, cancellationToken),
        _ => DeleteAsync(step, cancellationToken),
    };

    private async Task WriteAsync(CheckStep step, Guid? check, CancellationToken cancellationToken) =>
        trace.ItemId = await trace.TakeAsync(step.Name, $"Writing an item to {Request.Folder} of {Request.SipUri}", async () =>
        {
            var body = $"{way.Caller.Fqdn} wrote this item.";
            var id = await mailbox.CreateAsync(Request.Folder, subject, body, check, cancellationToken);
            return (id, $"ExCreateItem succeeded in {Request.Folder}");
        });

    private async Task ReadBackAsync(CheckStep step, CancellationToken cancellationToken) =>
        await trace.TakeAsync(step.Name, "Reading the item back", async () =>
        {
            var found = await mailbox.ReadSubjectAsync(trace.ItemId!, cancellationToken);
            return found == subject
                ? (found, "the item came back as it was written")
                : throw new CheckFailure(FaultCatalogue.ItemChanged(found, subject));
        });

    private async Task DeleteAsync(CheckStep step, CancellationToken cancellationToken) =>
        await trace.TakeAsync(step.Name, "Deleting the item", async () =>
        {
            await mailbox.DeleteAsync(trace.ItemId!, cancellationToken);
            return (true, "the item is deleted");
        });
}
