namespace PartnerTrust.Demo;

/// <summary>One step of a deployment: what, to which resource, and the changed property paths.</summary>
public sealed record DemoStep(string Operation, string Type, string Name, IReadOnlyList<string> Paths)
{
    public override string ToString() => $"{Operation} {Type} {Name} [{string.Join(", ", Paths)}]";
}

/// <summary>How a command went. <paramref name="Steps"/> is null where the driver can't tell; <paramref name="Text"/> is what a user would have
/// read.</summary>
public sealed record Outcome(bool Succeeded, IReadOnlyList<DemoStep>? Steps, string Text);
