using System.Collections.Immutable;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>Puts variables and resources after what they refer to; among those that could come next, the one that was written first does.</summary>
internal static class StepOrder
{
    public static ImmutableArray<Template.Step> Of(
        IReadOnlyCollection<Template.Step> steps, IReadOnlyCollection<string> settings, Expression.Map outputs)
    {
        var names = new HashSet<string>(settings);
        foreach (var step in steps)
        {
            if (!names.Add(step.Name))
            {
                throw new DeploymentException($"'{step.Name}' is declared twice among config, variables and resources");
            }
        }

        foreach (var unknown in steps.SelectMany(step => step.References).Concat(outputs.References).Where(name => !names.Contains(name)))
        {
            throw new DeploymentException($"nothing is declared as '{unknown}' in config, variables or resources");
        }

        var ordered = ImmutableArray.CreateBuilder<Template.Step>(steps.Count);
        var known = new HashSet<string>(settings);
        var waiting = steps.ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.Find(step => step.References.All(known.Contains))
                ?? throw new DeploymentException($"these refer to one another in a circle: {string.Join(", ", waiting.Select(step => step.Name))}");
            waiting.Remove(next);
            known.Add(next.Name);
            ordered.Add(next);
        }

        return ordered.ToImmutable();
    }
}
