using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Calls;

/// <summary>The version of the service that a client was written for, and the one that answers.</summary>
internal static class EwsVersions
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "Exchange2007", "Exchange2007_SP1", "Exchange2009", "Exchange2010", "Exchange2010_SP1", "Exchange2010_SP2", "Exchange2010_SP3",
        "Exchange2012", "Exchange2013", "Exchange2013_SP1", "Exchange2015", "Exchange2015_10_05", "Exchange2016",
    };

    /// <summary>What stands in the header of every answer.</summary>
    public static XElement Answering => new(
        SoapNames.Types + "ServerVersionInfo",
        new XAttribute(XNamespace.Xmlns + "h", SoapNames.Types),
        new XAttribute("MajorVersion", "15"),
        new XAttribute("MinorVersion", "0"),
        new XAttribute("MajorBuildNumber", "1497"),
        new XAttribute("MinorBuildNumber", "2"),
        new XAttribute("Version", "V2_23"));

    /// <summary>Refuses a version that never was. Who names none means the oldest.</summary>
    public static void Check(XElement header)
    {
        var asked = header.Element(SoapNames.Types + "RequestServerVersion");
        if (asked is not null && !Known.Contains(asked.RequiredAttribute("Version")))
        {
            throw EwsFault.ServerVersion();
        }
    }
}
