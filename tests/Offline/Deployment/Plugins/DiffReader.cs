using System.Collections.Immutable;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>Reads a provider's diff, and makes one from the inputs where the provider has no opinion.</summary>
internal static class DiffReader
{
    public static DiffAnswer Read(DiffResponse answer, PropertyMap oldInputs, PropertyMap news)
    {
        var changes = answer.Changes;
        var keys = answer.Diffs.ToImmutableArray();
        var details = answer.HasDetailedDiff
            ? answer.DetailedDiff.ToImmutableSortedDictionary(
                entry => entry.Key, entry => new PropertyChange(entry.Value.Kind, entry.Value.InputDiff), StringComparer.Ordinal)
            : PropertyChange.None;
        if (details.Count == 0 && (changes == DiffResponse.Types.DiffChanges.DiffUnknown || keys.Length > 0))
        {
            details = ByInputs(oldInputs, news, answer.Replaces);
        }

        if (changes == DiffResponse.Types.DiffChanges.DiffUnknown)
        {
            changes = details.Count > 0 ? DiffResponse.Types.DiffChanges.DiffSome : DiffResponse.Types.DiffChanges.DiffNone;
        }

        return new DiffAnswer(changes, [.. answer.Replaces], keys, [.. answer.Stables], answer.DeleteBeforeReplace, details);
    }

    /// <summary>Compares top-level keys, secrets by what they hold.</summary>
    public static ImmutableSortedDictionary<string, PropertyChange> ByInputs(PropertyMap olds, PropertyMap news, IReadOnlyCollection<string> replaces)
    {
        olds = olds.WithoutSecretMarks();
        news = news.WithoutSecretMarks();
        var changes = PropertyChange.None.ToBuilder();
        foreach (var key in olds.Keys.Union(news.Keys))
        {
            var before = olds.GetValueOrDefault(key, PropertyValue.Null);
            var after = news.GetValueOrDefault(key, PropertyValue.Null);
            if (before.Equals(after))
            {
                continue;
            }

            var kind = before is NullValue ? PropertyDiff.Types.Kind.Add
                : after is NullValue ? PropertyDiff.Types.Kind.Delete
                : PropertyDiff.Types.Kind.Update;
            var change = new PropertyChange(kind, InputDiff: true);
            changes[key] = replaces.Contains(key) ? change.AsReplacement() : change;
        }

        return changes.ToImmutable();
    }
}
