using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.AuthorizationServers;

/// <summary>What a program says of an authorization server.</summary>
internal sealed record AuthorizationServerInputs(Input<string> Server, Input<string> Name, DocumentSource Source, Input<string> Realm)
{
    public const string RealmName = "realm";

    public static AuthorizationServerInputs Read(PropertyMap map)
    {
        var reader = new InputReader(map);
        return new AuthorizationServerInputs(
            reader.Text("server"),
            reader.Text("name"),
            new DocumentSource(reader.Text(DocumentSource.UrlName), TrustsAnyCertificate: false, RefreshTrigger: null),
            reader.Text(RealmName));
    }

    /// <summary>The record as a program would write it.</summary>
    public static PropertyMap Write(AuthorizationServer record, bool writesRealm)
    {
        var written = PropertyMap.Of(
            ("server", record.Server), ("name", record.Name), (DocumentSource.UrlName, record.AuthMetadataUrl.AbsoluteUri));
        return writesRealm ? written.Set(RealmName, record.Realm) : written;
    }

    /// <summary>The wish, of inputs that are all known.</summary>
    public SaveAuthorizationServer Request() => new(Fqdns.Normalize(Server.Value!), Name.Value!, Source.Url!, Realm.Value);
}
