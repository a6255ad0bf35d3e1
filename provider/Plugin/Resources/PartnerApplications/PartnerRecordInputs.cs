using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>A record that a server keeps, as the inputs of a program.</summary>
internal static class PartnerRecordInputs
{
    /// <summary>Every input that the server keeps, as it has it now; a null for what it has not.</summary>
    public static PropertyMap Of(PartnerApplication record, Server server)
    {
        var inputs = PropertyMap.Of(
            (PartnerProperties.Server, server.Fqdn),
            (PartnerProperties.Name, record.Name),
            (PartnerProperties.AuthMetadataUrl, PropertyValue.Null),
            (PartnerProperties.Certificate, PropertyValue.Null),
            (PartnerProperties.AuthorizationServer, PropertyValue.Null),
            (PartnerProperties.Enabled, record.Enabled),
            (PartnerProperties.AcceptSecurityIdentifierInformation, record.AcceptSecurityIdentifierInformation),
            (PartnerProperties.LinkedAccount, record.LinkedAccount is { } account ? LinkedAccountInputs.Write(account) : PropertyValue.Null));
        inputs = server.Product == ServerProduct.SharePointServer ? inputs.Set(PartnerProperties.IsTrustBroker, record.IsTrustBroker) : inputs;
        inputs = record.TrustLevel is { } level ? inputs.Set(PartnerProperties.TrustLevel, level.ToString()) : inputs;
        return record.Source switch
        {
            PartnerSource.Metadata source => inputs
                .Set(PartnerProperties.AuthMetadataUrl, source.Url.AbsoluteUri)
                .Set(PartnerProperties.TrustAnySslCertificate, source.TrustAnySslCertificate),
            PartnerSource.Certificate source => inputs.Set(
                PartnerProperties.Certificate, GivenPartnerInputs.Write(
                    source.ApplicationIdentifier, source.Realm, source.Key is { } key ? WireValues.Pem(key) : null)),
            PartnerSource.AuthorizationServer source => inputs.Set(
                PartnerProperties.AuthorizationServer, GivenPartnerInputs.Write(source.ApplicationIdentifier, source.Realm, pem: null)),
            _ => inputs,
        };
    }

    /// <summary>What a program need not write.</summary>
    public static PropertyMap WithoutDefaults(PropertyMap inputs) => PropertyMap
        .Of(inputs.AsEnumerable().Where(entry => (entry.Key, entry.Value) switch
    {
        (_, NullValue) => false,
        (PartnerProperties.Enabled or PartnerProperties.IsTrustBroker, BoolValue { Value: true }) => false,
        (PartnerProperties.AcceptSecurityIdentifierInformation or PartnerProperties.TrustAnySslCertificate, BoolValue { Value: false }) => false,
        (PartnerProperties.TrustLevel, TextValue { Value: nameof(TrustLevel.Full) }) => false,
        _ => true,
    }));

    /// <summary>The inputs as the server now has them. A default that nobody wrote stays unwritten, and what the server does not show stays as it was
    /// given.</summary>
    public static PropertyMap Drift(PropertyMap inputs, PropertyMap shown)
    {
        var actual = WithGivenCertificate(shown, inputs);
        var telling = WithoutDefaults(actual);
        return inputs.Overlaid(PropertyMap.Of(actual.AsEnumerable().Where(entry => inputs.ContainsKey(entry.Key) || telling.ContainsKey(entry.Key))));
    }

    private static PropertyMap WithGivenCertificate(PropertyMap shown, PropertyMap inputs) =>
        shown[PartnerProperties.Certificate] is PropertyMap partner && inputs.TryGetValue(PartnerProperties.Certificate, out var given)
            && given.Unwrap() is PropertyMap mine
            ? shown.Set(PartnerProperties.Certificate, GivenPartnerInputs.Complete(partner, mine))
            : shown;
}
