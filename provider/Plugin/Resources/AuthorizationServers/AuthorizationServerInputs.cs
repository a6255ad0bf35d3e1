using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.AuthorizationServers;

/// <summary>What a program says of an authorization server.</summary>
internal sealed record AuthorizationServerInputs(
    Input<string> Server,
    Input<string> Name,
    DocumentSource Source,
    Input<string> Realm,
    Input<AuthorizationServerType?> Type,
    Input<bool?> IsDefaultAuthorizationEndpoint)
{
    public const string RealmName = "realm";

    private const string TypeName = "type";
    private const string DefaultName = "isDefaultAuthorizationEndpoint";

    public static AuthorizationServerInputs Read(PropertyMap map)
    {
        var reader = new InputReader(map);
        return new AuthorizationServerInputs(
            reader.Text("server"),
            reader.Text("name"),
            new DocumentSource(reader.Text(DocumentSource.UrlName), TrustsAnyCertificate: false, RefreshTrigger: null),
            reader.Text(RealmName),
            reader.Choice<AuthorizationServerType>(TypeName),
            reader.Flag(DefaultName));
    }

    /// <summary>The record as a program would write it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="given">What the program has written before; empty for a record that no program knows.</param>
    /// <param name="writesRealm">Whether the realm is more than the document says.</param>
    public static PropertyMap Write(AuthorizationServer record, PropertyMap given, bool writesRealm)
    {
        var written = PropertyMap.Of(
            ("server", record.Server), ("name", record.Name), (DocumentSource.UrlName, record.AuthMetadataUrl.AbsoluteUri));
        written = writesRealm ? written.Set(RealmName, record.Realm) : written;
        written = record.Type is { } type ? written.Set(TypeName, type.ToString())
            : given.Has(TypeName) ? written.Set(TypeName, PropertyValue.Null)
            : written;
        return record.IsDefaultAuthorizationEndpoint || given.Has(DefaultName)
            ? written.Set(DefaultName, record.IsDefaultAuthorizationEndpoint)
            : written;
    }

    /// <summary>The wish, of inputs that are all known.</summary>
    public SaveAuthorizationServer Request() => new(
        Fqdns.Normalize(Server.Value!),
        new AuthorizationServerDraft(Name.Value!, Source.Url!, Realm.Value)
        {
            Type = Type.Value,
            IsDefaultAuthorizationEndpoint = IsDefaultAuthorizationEndpoint.Value ?? false,
        });
}
