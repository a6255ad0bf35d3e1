namespace PartnerTrust.Plugin.Schema;

/// <summary>Tokens of this package, <c>partnertrust:index:Name</c>.</summary>
public static class PackageTokens
{
    private const string Prefix = $"{PackageSchema.PackageName}:index:";

    public static string Of(string name) => Prefix + name;

    /// <summary>The name in a token of this package; empty for another text.</summary>
    public static string NameIn(string token) => token.StartsWith(Prefix, StringComparison.Ordinal) ? token[Prefix.Length..] : "";

    /// <summary>The resource type in a URN: what stands between the last <c>$</c> of the qualified type and the name.</summary>
    public static string TypeOf(string urn)
    {
        var parts = urn.Split("::", 4);
        return parts.Length == 4 ? parts[2][(parts[2].LastIndexOf('$') + 1)..] : "";
    }

    /// <summary>Whether it is a URN of what decides by which certificate a server signs.</summary>
    public static bool IsCertificateBinding(string urn) => TypeOf(urn) == Of("CertificateBinding");

    /// <summary>The name in a URN; it may itself hold <c>::</c>.</summary>
    public static string NameOf(string urn) => urn.Split("::", 4) is [_, _, _, var name] ? name : "";

    /// <summary>The stack in a URN; empty when the text is none.</summary>
    public static string StackOf(string urn) =>
        urn.Split("::", 2)[0] is var head && head.StartsWith("urn:pulumi:", StringComparison.Ordinal) ? head["urn:pulumi:".Length..] : "";

    /// <summary>The URN of the stack itself, whose resource is named after project and stack (pulumi-protocol.md 4).</summary>
    /// <param name="urn">Of any resource of the stack.</param>
    public static string StackUrnOf(string urn) => urn.Split("::", 4) is [var head, var project, _, _]
        ? $"{head}::{project}::pulumi:pulumi:Stack::{project}-{StackOf(urn)}"
        : "";
}
