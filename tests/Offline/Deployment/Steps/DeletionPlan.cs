using PartnerTrust.Deployment.State;

namespace PartnerTrust.Deployment.Steps;

/// <summary>Deletes in waves: each holds what nothing left refers to, so its members may go at once.</summary>
internal static class DeletionPlan
{
    public static IEnumerable<IReadOnlyList<Slot>> Waves(IReadOnlyList<Slot> slots)
    {
        var left = slots.ToList();
        while (left.Count > 0)
        {
            var needed = left.SelectMany(slot => slot.State.References().Where(urn => urn != slot.State.Urn)).ToHashSet();
            var wave = left.Where(slot => !needed.Contains(slot.State.Urn)).ToList();
            if (wave.Count == 0)
            {
                throw new DeploymentException("the state's dependencies run in a circle");
            }

            yield return wave;
            left.RemoveAll(slot => !needed.Contains(slot.State.Urn));
        }
    }
}
