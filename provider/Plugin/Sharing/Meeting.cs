using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Sharing;

/// <summary>For what the processes of one preview come together: Pulumi's engine starts one for each provider resource, and all that manage the same
/// servers plan one trust.</summary>
/// <param name="Key">The same for all that one engine started for one store, or for real servers.</param>
/// <param name="Fingerprint">The same for all that are configured alike.</param>
/// <param name="Servers">Fqdns of those that are managed.</param>
internal sealed record Meeting(string Key, string Fingerprint, ImmutableArray<string> Servers)
{
    /// <param name="engine">Where Pulumi's engine listens.</param>
    /// <param name="installation">What is configured.</param>
    /// <param name="settings">The same as it was written, with defaults.</param>
    public static Meeting Of(string engine, Installation installation, PropertyMap settings) => new(
        Hash($"{engine}\n{(installation.PowerShell is null ? installation.DataDirectory : installation.Engine)}"),
        Hash($"{engine}\n{installation.DataDirectory}\n{Canonical(settings)}"),
        [.. installation.Servers.Keys]);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];

    private static string Canonical(PropertyValue value) => value.Unwrap() switch
    {
        PropertyMap map => $"{{{string.Concat(map.AsEnumerable().Select(entry => $"{Sized(entry.Key)}{Canonical(entry.Value)}"))}}}",
        ListValue list => $"[{string.Concat(list.Items.Select(Canonical))}]",
        TextValue text => Sized(text.Value),
        var other => Sized($"{other}"),
    };

    private static string Sized(string text) => FormattableString.Invariant($"{text.Length}:{text}");
}
