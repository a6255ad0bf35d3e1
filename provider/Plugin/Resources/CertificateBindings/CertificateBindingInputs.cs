using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>What a program says of a server's signing certificate.</summary>
/// <param name="Server">Whose.</param>
/// <param name="Source">Where the certificate comes from.</param>
/// <param name="WrittenSource">The same as it is written; null when it is not given.</param>
/// <param name="EffectiveDate">When it begins to sign.</param>
/// <param name="RenewBeforeDays">How long before its end it is due for renewal.</param>
/// <param name="RetirePrevious">Whether the certificate before it goes when its time has come.</param>
internal sealed record CertificateBindingInputs(
    Input<string> Server,
    Input<CertificateSourceInputs> Source,
    PropertyValue? WrittenSource,
    Input<string> EffectiveDate,
    Input<int?> RenewBeforeDays,
    Input<bool?> RetirePrevious)
{
    public const string SourceName = "source";
    public const string RenewBeforeDaysName = "renewBeforeDays";

    private const string ServerName = "server";
    private const string EffectiveDateName = "effectiveDate";

    /// <summary>Null for none, and for a text that is no time.</summary>
    public DateTimeOffset? Effective => Instant.Parse(EffectiveDate.Value);

    public bool RetiresPrevious => RetirePrevious.Value is true;

    /// <summary>The certificate that is to be generated; null when it comes from elsewhere, and while that is not known.</summary>
    public GeneratedCertificateInputs? Wish => Source.Value?.Generate.Value;

    public static CertificateBindingInputs Read(PropertyMap map)
    {
        var reader = new InputReader(map);
        return new CertificateBindingInputs(
            reader.Text(ServerName),
            reader.Nested(SourceName, CertificateSourceInputs.Read),
            map.GetValueOrDefault(SourceName),
            reader.Text(EffectiveDateName),
            reader.Whole(RenewBeforeDaysName),
            reader.Flag("retirePrevious"));
    }

    public static PropertyMap Write(string server, PropertyMap source, DateTimeOffset? effective) =>
        PropertyMap.Of((ServerName, server), (SourceName, source))
            .SetIf(EffectiveDateName, effective is { } date ? Instant.Format(date) : null);

    /// <summary>The inputs with another source, which keeps the secretness of the one before.</summary>
    public static PropertyMap WithSource(PropertyMap inputs, Func<PropertyMap, PropertyMap> change) =>
        inputs.Set(SourceName, inputs[SourceName].Map(source => source is PropertyMap map ? change(map) : source));
}
