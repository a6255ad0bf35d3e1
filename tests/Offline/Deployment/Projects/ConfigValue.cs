namespace PartnerTrust.Deployment.Projects;

/// <summary>One setting of a stack: text, or the JSON text of anything structured.</summary>
public sealed record ConfigValue(string Text, bool IsSecret)
{
    public override string ToString() => IsSecret ? "[secret]" : Text;
}
