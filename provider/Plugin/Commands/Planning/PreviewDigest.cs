using System.Collections.Immutable;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>What <c>pulumi preview --json</c> answers, as far as a plan needs it: secrets are blinded in it.</summary>
/// <param name="Steps">This package's, in order.</param>
/// <param name="Errors">What the preview says of failures.</param>
internal sealed record PreviewDigest(ImmutableArray<DigestStep> Steps, ImmutableArray<string> Errors)
{
    public bool Succeeded { get; init; } = true;

    /// <summary>Null for what is no digest. Words before it, as of a program that talks, are passed over.</summary>
    public static PreviewDigest? Read(string text) =>
        text.IndexOf('{') is >= 0 and var start && JsonText.TryRead(text[start..], out var value) && value is PropertyMap digest
            ? new PreviewDigest(
                [.. Items(digest, "steps").Select(DigestStep.Read).Where(step => IsOurs(step.Urn))],
                [.. Items(digest, "diagnostics").Where(IsError).Select(diagnostic => (diagnostic.Text("message") ?? "").Trim())])
            : null;

    private static IEnumerable<PropertyMap> Items(PropertyMap digest, string name) =>
        digest.TryGetValue(name, out var items) && items is ListValue list ? list.Items.OfType<PropertyMap>() : [];

    private static bool IsOurs(string urn) => PackageTokens.TypeOf(urn).StartsWith($"{PackageSchema.PackageName}:", StringComparison.Ordinal);

    private static bool IsError(PropertyMap diagnostic) => diagnostic.Text("severity") is "error" or "info#err";
}
