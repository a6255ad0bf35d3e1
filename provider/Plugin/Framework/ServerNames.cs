using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>The inputs that name a server. A program may give any of its names, as that of another pool of the deployment; everything else goes by
/// the fqdn of its entry.</summary>
internal static class ServerNames
{
    private const string Target = "target";

    /// <summary>The inputs, with the fqdn in the place of each further name. A name that is no further one stays as it is written.</summary>
    public static PropertyMap InFull(PropertyMap inputs, Installation installation) =>
        InFull(InFull(inputs, Identity.Server, installation), Target, installation);

    private static PropertyMap InFull(PropertyMap inputs, string property, Installation installation) =>
        inputs.TryText(property, out var name) && installation.Find(name) is { } server && server.Fqdn != Fqdns.Normalize(name)
            ? inputs.Set(property, Renamed(inputs[property], server.Fqdn))
            : inputs;

    private static PropertyValue Renamed(PropertyValue value, string fqdn) => value switch
    {
        SecretValue secret => new SecretValue(Renamed(secret.Value, fqdn)),
        OutputValue { Value: { } known } output => output with { Value = Renamed(known, fqdn) },
        _ => fqdn,
    };
}
