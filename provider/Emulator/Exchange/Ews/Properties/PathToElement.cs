using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>A property as a request names it, which EWS calls a path to an element: by the name of a field of the schema, or as an extended
/// property.</summary>
internal abstract record PathToElement
{
    private static readonly XName Field = SoapNames.Types + "FieldURI";
    private static readonly XName Indexed = SoapNames.Types + "IndexedFieldURI";
    private static readonly XName Extended = SoapNames.Types + "ExtendedFieldURI";

    public static bool IsPath(XElement element) => element.Name == Field || element.Name == Indexed || element.Name == Extended;

    /// <summary>The one path among the children of an element.</summary>
    public static PathToElement Among(XElement parent) => Read(
        parent.Elements().FirstOrDefault(IsPath) ?? throw EwsFault.Schema($"The element '{parent.Name.LocalName}' has incomplete content. A path is expected."));

    public static PathToElement Read(XElement path) =>
        path.Name == Extended ? ExtendedPath.Of(path)
        : path.Name == Field ? new FieldPath(Known(path.RequiredAttribute("FieldURI")))
        : path.Name == Indexed ? new FieldPath($"{path.RequiredAttribute("FieldURI")}#{path.RequiredAttribute("FieldIndex")}")
        : throw EwsFault.Schema($"The element '{path.Name.LocalName}' is not the path of a property.");

    /// <summary>The elements of an item or folder that hold the property; made up for extended properties that other properties stand for.</summary>
    public abstract IEnumerable<XElement> In(XElement whole);

    /// <summary>The kind of the property's values.</summary>
    public abstract ValueKind Kind { get; }

    private static string Known(string field) => FieldNames.AreKnown(field)
        ? field
        : throw EwsFault.Schema($"The 'FieldURI' attribute is invalid: the value '{field}' is invalid according to its datatype.");
}
