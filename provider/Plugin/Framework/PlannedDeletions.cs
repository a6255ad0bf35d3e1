using PartnerTrust.Plugin.Consequences;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Deletions, which Pulumi's engine previews without a word to the provider: done to the copy of the trust once everything else is
/// planned.</summary>
internal sealed class PlannedDeletions(ProgramRun run, ResourceRegistry registry)
{
    private readonly ProviderSession session = run.Session;

    /// <param name="urn">What is deleted.</param>
    /// <param name="lookup">As the state remembers it.</param>
    /// <param name="successor">The inputs of what replaces it; null where nothing does.</param>
    /// <param name="cancellationToken">Ends the planning.</param>
    public async Task PlanAsync(string urn, ResourceLookup lookup, PropertyMap? successor, CancellationToken cancellationToken)
    {
        var secrets = session.Secrets.In(lookup.Inputs, lookup.Outputs);
        var planned = await run.Preview.BeginAsync(urn, cancellationToken);
        var notes = new StepNotes(urn, session.Environment.Plan, text => secrets.Hide(planned?.Keys.Hide(text) ?? text)) { Deletes = true };
        try
        {
            var (type, _) = registry.Find(urn, "");
            if (successor is not null && type.IdOf(successor) == lookup.Id)
            {
                notes.Remark("Its replacement takes it over: nothing is deleted.");
            }
            else if (planned is not null)
            {
                // Whoever previewed has cancelled the session by now: this goes on all the same.
                var operation = new Operation(
                    session, notes.Over(planned), new OperationRequest(urn, "", secrets), new Progress<string>(), cancellationToken);
                await PlanAsync(type, lookup, operation, notes);
                await TellStopsAsync(planned, type, urn, lookup, notes, cancellationToken);
            }
            else
            {
                notes.Remark("What this runs cannot be told: the servers cannot be read.");
            }
        }
        catch (FaultException refusal)
        {
            notes.Remark(refusal.Message);
        }
        finally
        {
            notes.End();
        }
    }

    private async Task TellStopsAsync(
        PlannedTrust planned, ResourceType type, string urn, ResourceLookup lookup, StepNotes notes, CancellationToken cancellationToken)
    {
        if (new Rehearsals(session).ServerOf(type, lookup) is { } server)
        {
            await planned.FollowAsync(urn, server, cancellationToken);
            foreach (var stopped in StoppedDirection.Among(planned.Calls.Calls).Where(stopped => stopped.Stop.Urn == urn))
            {
                notes.Remark(ConsequenceWords.Of(stopped));
            }
        }
    }

    private static async Task PlanAsync(ResourceType type, ResourceLookup lookup, Operation operation, StepNotes notes)
    {
        if (LostServer.Keeping(type, lookup, operation) is not { } lost)
        {
            await type.DeleteAsync(lookup, operation);
        }
        else if (lost.RemainderOf(type, lookup) is { } remainder)
        {
            notes.Remark(remainder);
        }
    }
}
