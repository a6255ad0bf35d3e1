using System.Collections.Immutable;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>What is known of the keys that a record holds. Where its keeper shows none, the state remembers with which the stack last wrote it; of
/// a record that was imported, at least what the partner published then: when that changes, the copy is stale for all that is known.</summary>
/// <param name="Shown">What its keeper shows; null where it shows none.</param>
/// <param name="Written">The output that the state remembers; null where it remembers none.</param>
/// <param name="Published">What the partner published when the record was first looked at; null where that is not needed.</param>
internal sealed record KnownKeys(ImmutableArray<SigningCertificate>? Shown, PropertyValue? Written, PropertyValue? Published)
{
    private const string Issuer = "issuer";

    // Two underscores: the engine keeps such an output and shows it to nobody.
    private const string PublishedName = "__publishedKeys";

    /// <summary>As the output of a record; null where nobody knows.</summary>
    public PropertyValue? Output => Shown is { } keys ? WireValues.Keys(keys) : Written;

    /// <summary>What the state has to remember beside the output.</summary>
    public PropertyMap Remembered => PropertyMap.Empty.SetIf(PublishedName, Published);

    /// <summary>Of a record of which the state tells nothing that counts.</summary>
    public static KnownKeys Of(ImmutableArray<SigningCertificate>? shown) => new(shown, null, null);

    /// <summary>What the state remembers counts as long as the record is about the same partner and taken from the same source.</summary>
    /// <param name="shown">What its keeper shows; null where it shows none.</param>
    /// <param name="lookup">What the state remembers of the record.</param>
    /// <param name="issuer">Whom the record is about by now.</param>
    /// <param name="inputs">As its keeper has it by now.</param>
    /// <param name="sources">The inputs that say where it is taken from.</param>
    public static KnownKeys Of(
        ImmutableArray<SigningCertificate>? shown,
        ResourceLookup lookup,
        string issuer,
        PropertyMap inputs,
        params ImmutableArray<string> sources) =>
        shown is null && lookup.Outputs.Text(Issuer) == issuer && sources.All(source => MeanTheSame(source, lookup.Inputs, inputs))
            ? new KnownKeys(
                null, lookup.Outputs.GetValueOrDefault(FoundDrift.Keys), lookup.Outputs.GetValueOrDefault(PublishedName))
            : Of(shown);

    /// <summary>The same, once it is known what the partner publishes.</summary>
    public KnownKeys Beside(ImmutableArray<SigningCertificate> published) =>
        Shown is null && Written is null && Published is null ? this with { Published = WireValues.Keys(published) } : this;

    /// <summary>How the copy is known to differ from what the partner publishes.</summary>
    public ImmutableArray<Fault> Drift(string server, string name, ImmutableArray<SigningCertificate> published) =>
        Shown is { } keys ? MetadataRules.Drift(server, name, keys, published)
            : (Written ?? Published)?.Unwrap() is { } last && !NormalForm.MeanTheSame(FoundDrift.Keys, last, WireValues.Keys(published))
                ? [FaultCatalogue.PublishedAnew(server, name, published)]
            : [];

    private static bool MeanTheSame(string source, PropertyMap before, PropertyMap now) => NormalForm.MeanTheSame(
        source, before.GetValueOrDefault(source) ?? PropertyValue.Null, now.GetValueOrDefault(source) ?? PropertyValue.Null);
}
