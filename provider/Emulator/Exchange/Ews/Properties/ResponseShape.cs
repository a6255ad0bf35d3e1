using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>Which properties an answer shows.</summary>
/// <param name="Base"><c>IdOnly</c>, <c>Default</c> or <c>AllProperties</c>.</param>
/// <param name="BodyType">The form in which bodies are wanted; <c>Best</c> as they were written.</param>
/// <param name="Additional">Shown besides, where they are set.</param>
internal sealed record ResponseShape(string Base, string BodyType, IReadOnlyList<PathToElement> Additional)
{
    private static readonly XName Extended = SoapNames.Types + "ExtendedProperty";

    public static ResponseShape Read(XElement? shape)
    {
        var (chosen, body) = (shape?.Child("BaseShape")?.Value.Trim() ?? "Default", shape?.Child("BodyType")?.Value.Trim() ?? "Best");
        if (chosen is not ("IdOnly" or "Default" or "AllProperties"))
        {
            throw EwsFault.Schema("The 'BaseShape' element is invalid.");
        }

        if (body is not ("Best" or "HTML" or "Text"))
        {
            throw EwsFault.Schema("The 'BodyType' element is invalid.");
        }

        return new ResponseShape(chosen, body, [.. shape?.Child("AdditionalProperties")?.Elements().Select(PathToElement.Read) ?? []]);
    }

    /// <summary>What is shown of an item or folder; extended properties on demand alone.</summary>
    /// <param name="whole">Every property.</param>
    /// <param name="usual">What the default shape shows.</param>
    /// <param name="id">What every shape shows.</param>
    public XElement Of(XElement whole, IReadOnlySet<string> usual, string id)
    {
        var named = Additional.OfType<FieldPath>().Select(path => path.Element).ToHashSet();
        var fields = whole.Elements().Where(
            property => property.Name != Extended && (named.Contains(property.Name.LocalName) || IsShown(property.Name.LocalName, usual, id)));
        return FieldNames.Arrange(whole.Name, fields.Concat(Additional.OfType<ExtendedPath>().Distinct().SelectMany(path => path.In(whole))));
    }

    private bool IsShown(string property, IReadOnlySet<string> usual, string id) =>
        property == id || Base == "AllProperties" || (Base == "Default" && usual.Contains(property));
}
