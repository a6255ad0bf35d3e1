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

    /// <param name="identifier">The application identifier.</param>
    /// <param name="realm">Empty for none.</param>
    /// <param name="pem">Null for a partner behind an authorization server.</param>
    public static PropertyMap Write(string identifier, string realm, string? pem) => PropertyMap.Of((IdentifierName, identifier))
        .SetIf(RealmName, realm.Length == 0 ? null : realm)
        .SetIf(PemName, pem);
}
