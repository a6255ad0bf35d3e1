using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>Who gets as far as to see an item or folder may also change it; folders themselves are neither made nor removed.</summary>
internal static class EffectiveRights
{
    private static readonly (string Name, bool Granted)[] Rights =
    [
        ("CreateAssociated", false), ("CreateContents", true), ("CreateHierarchy", false), ("Delete", true), ("Modify", true), ("Read", true),
        ("ViewPrivateItems", true),
    ];

    public static XElement Write() => new(
        SoapNames.Types + "EffectiveRights", Rights.Select(right => new XElement(SoapNames.Types + right.Name, right.Granted ? "true" : "false")));
}
