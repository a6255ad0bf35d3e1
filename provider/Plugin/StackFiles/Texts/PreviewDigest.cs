using System.Collections.Immutable;
using System.Text.Json;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.StackFiles.Texts;

/// <summary>What <c>pulumi preview --json</c> answers, as far as this package needs it: secrets are blinded in it.</summary>
/// <param name="Steps">Those of resources of this package, in order.</param>
/// <param name="Errors">What the preview says of failures.</param>
internal sealed record PreviewDigest(ImmutableArray<DigestStep> Steps, ImmutableArray<string> Errors)
{
    private const string VerdictPrefix = "Preview: ";
    private const string Command = "pulumi preview --json";
    private const string SettingPrefix = $"{PackageSchema.PackageName}:";

    public bool Succeeded { get; init; } = true;

    /// <summary>What this package says in a preview of what it found, each as a sentence.</summary>
    public ImmutableArray<string> Verdicts { get; init; } = [];

    /// <summary>Those of this package's providers; the CLI shows none of a provider that no program declares.</summary>
    public ImmutableArray<DigestStep> Providers { get; init; } = [];

    /// <summary>The stack's configuration of this package, without the prefix.</summary>
    public PropertyMap Settings { get; init; } = PropertyMap.Empty;

    /// <summary>Null for what is no digest. Words before it, as of a program that talks, are passed over.</summary>
    public static PreviewDigest? Read(string text)
    {
        try
        {
            return Read(new StackText("", "", text));
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <exception cref="FaultException">It is no such answer (PT1016).</exception>
    public static PreviewDigest Read(StackText file) =>
        file.Text.IndexOf('{', StringComparison.Ordinal) is >= 0 and var start
            ? file.Parse(Command, Of, start)
            : throw new FaultException(file.Unreadable($"it is not what \"{Command}\" writes"));

    private static PreviewDigest Of(JsonElement digest)
    {
        ImmutableArray<DigestStep> steps = [.. Items(digest, "steps").Select(DigestStep.Read)];
        return new PreviewDigest(
            [.. steps.Where(step => IsOurs(step.Urn))],
            [.. Items(digest, "diagnostics").Where(IsError).Select(diagnostic => StackResource.Text(diagnostic, "message").Trim())])
        {
            Verdicts = [.. Items(digest, "diagnostics").Select(VerdictIn).OfType<string>()],
            Providers = [.. steps.Where(step => PackageTokens.TypeOf(step.Urn) == StackResource.ProviderType)],
            Settings = PropertyMap.Of(StackValues.ReadMap(digest, "config").AsEnumerable()
                .Where(setting => setting.Key.StartsWith(SettingPrefix, StringComparison.Ordinal))
                .Select(setting => KeyValuePair.Create(setting.Key[SettingPrefix.Length..], setting.Value))),
        };
    }

    private static IEnumerable<JsonElement> Items(JsonElement digest, string name) =>
        digest.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object)
            : [];

    private static bool IsOurs(string urn) => PackageTokens.TypeOf(urn).StartsWith($"{PackageSchema.PackageName}:", StringComparison.Ordinal);

    private static string? VerdictIn(JsonElement diagnostic) =>
        StackResource.Text(diagnostic, "message").Trim() is var message && message.StartsWith(VerdictPrefix, StringComparison.Ordinal)
            ? string.Join(' ', message[VerdictPrefix.Length..].ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries))
            : null;

    private static bool IsError(JsonElement diagnostic) => StackResource.Text(diagnostic, "severity") is "error" or "info#err";
}
