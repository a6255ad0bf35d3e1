namespace PartnerTrust.Deployment;

/// <summary>Uniform resource names: <c>urn:pulumi:STACK::PROJECT::[PARENT$]TYPE::NAME</c> (pulumi-protocol.md 4.4).</summary>
public static class Urns
{
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";

    public static string Make(string stack, string project, string parent, string type, string name)
    {
        var parentType = parent.Length == 0 ? "" : QualifiedType(parent);
        var qualified = parentType is "" or StackType ? type : $"{parentType}${type}";
        return $"{Prefix}{stack}::{project}::{qualified}::{name}";
    }

    public static string Stack(string stack, string project) => Make(stack, project, "", StackType, $"{project}-{stack}");

    /// <summary>Names may hold any characters, so only the first three separators count.</summary>
    public static string Name(string urn) => Part(urn, 3);

    public static string QualifiedType(string urn) => Part(urn, 2);

    public static string Type(string urn) => QualifiedType(urn) is var type && type.LastIndexOf('$') is >= 0 and var at ? type[(at + 1)..] : type;

    public static string Package(string token) => token.StartsWith("pulumi:providers:", StringComparison.Ordinal)
        ? token["pulumi:providers:".Length..]
        : token.Split(':')[0];

    /// <summary>Takes <c>URN::ID</c> apart: an id holds no <c>::</c>, a name may.</summary>
    public static (string Urn, string Id) OfReference(string reference)
    {
        var at = reference.LastIndexOf("::", StringComparison.Ordinal);
        return at < 0 ? throw new DeploymentException($"'{reference}' is no provider reference") : (reference[..at], reference[(at + 2)..]);
    }

    private static string Part(string urn, int index) => urn.Split("::", 4) is { Length: 4 } parts ? parts[index] : urn;
}
