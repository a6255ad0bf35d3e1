using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Operations;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Description;

/// <summary>The service described for clients that make their calls out of a description: which operations there are, and in which namespace each
/// element stands. What an element may hold is not told; the service itself says so when it is asked.</summary>
internal static class ServiceDescription
{
    private const string Part = "request";
    private static readonly XNamespace Wsdl = "http://schemas.xmlsoap.org/wsdl/";
    private static readonly XNamespace Soap = "http://schemas.xmlsoap.org/wsdl/soap/";
    private static readonly XNamespace Xsd = "http://www.w3.org/2001/XMLSchema";

    /// <summary>Null for a file that is none of the description's.</summary>
    public static XElement? Write(string file) => file switch
    {
        "services.wsdl" => Services(),
        "messages.xsd" => Schema(SoapNames.Messages, [Import(SoapNames.Types, "types.xsd"), .. EwsOperations.Names.SelectMany(Operation)]),
        "types.xsd" => Schema(SoapNames.Types, [Any(SchemaNames.OfTypes), .. SchemaNames.OfTypes.Select(Element)]),
        _ => null,
    };

    private static XElement Services() => new(
        Wsdl + "definitions",
        new XAttribute(XNamespace.Xmlns + "wsdl", Wsdl),
        new XAttribute(XNamespace.Xmlns + "soap", Soap),
        new XAttribute(XNamespace.Xmlns + "tns", SoapNames.Messages),
        new XAttribute("targetNamespace", SoapNames.Messages),
        new XElement(Wsdl + "types", Schema(SoapNames.Messages, [new XElement(Xsd + "include", new XAttribute("schemaLocation", "messages.xsd"))])),
        EwsOperations.Names.SelectMany(name => new[] { Message(name, "SoapIn", name), Message(name, "SoapOut", name + "Response") }),
        new XElement(
            Wsdl + "portType",
            new XAttribute("name", "ExchangeServicePortType"),
            EwsOperations.Names.Select(name => new XElement(
                Wsdl + "operation",
                new XAttribute("name", name),
                new XElement(Wsdl + "input", new XAttribute("message", $"tns:{name}SoapIn")),
                new XElement(Wsdl + "output", new XAttribute("message", $"tns:{name}SoapOut"))))),
        new XElement(
            Wsdl + "binding",
            new XAttribute("name", "ExchangeServiceBinding"),
            new XAttribute("type", "tns:ExchangeServicePortType"),
            new XElement(Soap + "binding", new XAttribute("style", "document"), new XAttribute("transport", "http://schemas.xmlsoap.org/soap/http")),
            EwsOperations.Names.Select(name => new XElement(
                Wsdl + "operation",
                new XAttribute("name", name),
                new XElement(Soap + "operation", new XAttribute("soapAction", $"{SoapNames.Messages}/{name}")),
                new XElement(Wsdl + "input", Literal()),
                new XElement(Wsdl + "output", Literal())))));

    private static XElement Message(string name, string direction, string element) => new(
        Wsdl + "message",
        new XAttribute("name", name + direction),
        new XElement(Wsdl + "part", new XAttribute("name", Part), new XAttribute("element", $"tns:{element}")));

    private static XElement Literal() => new(Soap + "body", new XAttribute("parts", Part), new XAttribute("use", "literal"));

    private static XElement Schema(XNamespace target, IEnumerable<XElement> content) => new(
        Xsd + "schema",
        new XAttribute(XNamespace.Xmlns + "xs", Xsd),
        new XAttribute(XNamespace.Xmlns + "t", SoapNames.Types),
        new XAttribute(XNamespace.Xmlns + "m", SoapNames.Messages),
        new XAttribute("targetNamespace", target),
        new XAttribute("elementFormDefault", "qualified"),
        content);

    private static XElement Import(XNamespace name, string place) =>
        new(Xsd + "import", new XAttribute("namespace", name), new XAttribute("schemaLocation", place));

    private static IEnumerable<XElement> Operation(string name) =>
    [
        new(Xsd + "element", new XAttribute("name", name), Content(SchemaNames.OfMessages)),
        new(Xsd + "element", new XAttribute("name", name + "Response"), Content([])),
    ];

    // Any element may hold any other, in any order, and text.
    private static XElement Any(IEnumerable<string> names)
    {
        var content = Content(names);
        content.Add(new XAttribute("name", "Any"));
        return content;
    }

    private static XElement Content(IEnumerable<string> names) => new(
        Xsd + "complexType",
        new XAttribute("mixed", "true"),
        new XElement(Xsd + "choice", new XAttribute("minOccurs", "0"), new XAttribute("maxOccurs", "unbounded"), names.Select(Element)),
        new XElement(Xsd + "anyAttribute", new XAttribute("processContents", "skip")));

    private static XElement Element(string name) => new(Xsd + "element", new XAttribute("name", name), new XAttribute("type", "t:Any"));
}
