namespace PartnerTrust.Demo;

/// <summary>What a step must have said.</summary>
internal static class Expectations
{
    public static Outcome Succeeds(this Outcome outcome, string step) =>
        outcome.Succeeded ? outcome : throw new DemoException($"{step} failed");

    public static Outcome Mentions(this Outcome outcome, string text) =>
        outcome.Text.Contains(text, StringComparison.OrdinalIgnoreCase) ? outcome : throw new DemoException($"nothing was said about '{text}'");

    public static Outcome ChangesNothing(this Outcome outcome) =>
        outcome.Steps is null or { Count: 0 } ? outcome : throw new DemoException($"nothing should change, but: {string.Join("; ", outcome.Steps)}");

    public static Outcome Has(this Outcome outcome, string operation, int count)
    {
        if (outcome.Steps is null)
        {
            return outcome;
        }

        var found = outcome.Steps.Count(step => step.Operation == operation && step.Type != "Stack");
        return found == count
            ? outcome
            : throw new DemoException($"{count} resources to {operation} were expected, not {found}: {string.Join("; ", outcome.Steps)}");
    }

    public static Outcome Has(this Outcome outcome, string operation, string type, string name, string path)
    {
        if (outcome.Steps is null)
        {
            return outcome;
        }

        var step = outcome.Steps.FirstOrDefault(step => step.Operation == operation && step.Type == type && step.Name == name)
            ?? throw new DemoException($"no {operation} of {type} '{name}': {string.Join("; ", outcome.Steps)}");
        return step.Paths.Any(found => found == path || found.StartsWith(path + "[", StringComparison.Ordinal))
            ? outcome
            : throw new DemoException($"the {operation} of {type} '{name}' does not name '{path}': {step}");
    }
}
