using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>A partner that the program describes, instead of a document: by its certificate, or as one behind an authorization server.</summary>
internal sealed record GivenPartnerInputs(Input<string> ApplicationIdentifier, Input<string> Realm, Input<string> CertificatePem)
{
    private const string IdentifierName = "applicationIdentifier";
    private const string RealmName = "realm";
    private const string PemName = "certificatePem";

    /// <summary>Whether something of it is not known yet.</summary>
    public bool IsOpen => ApplicationIdentifier.IsUnknown || Realm.IsUnknown || CertificatePem.IsUnknown;

    public static GivenPartnerInputs Read(InputReader reader) => new(reader.Text(IdentifierName), reader.Text(RealmName), reader.Text(PemName));

    /// <summary>With another certificate.</summary>
    public static PropertyMap With(PropertyMap partner, string pem) => partner.Set(PemName, pem);

    /// <param name="identifier">The application identifier.</param>
    /// <param name="realm">Empty for none.</param>
    /// <param name="pem">Null for a partner behind an authorization server, and where the certificate is not shown.</param>
    public static PropertyMap Write(string identifier, string realm, string? pem) => PropertyMap.Of((IdentifierName, identifier))
        .SetIf(RealmName, realm.Length == 0 ? null : realm)
        .SetIf(PemName, pem);

    /// <summary>The partner as its keeper shows it, with the certificate that a program gives of the same partner where the keeper shows
    /// none.</summary>
    public static PropertyMap Complete(PropertyMap shown, PropertyMap given) =>
        !shown.ContainsKey(PemName) && given.TryGetValue(PemName, out var pem)
            && NormalForm.MeanTheSame(PartnerProperties.Certificate, shown, given.Remove(PemName))
            ? shown.Set(PemName, pem)
            : shown;
}
