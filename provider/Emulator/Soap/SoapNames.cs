using System.Xml.Linq;

namespace PartnerTrust.Emulator.Soap;

/// <summary>The XML namespaces of the web services.</summary>
internal static class SoapNames
{
    public static readonly XNamespace Envelope = "http://schemas.xmlsoap.org/soap/envelope/";
    public static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";
    public static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    public static readonly XNamespace Autodiscover = "http://schemas.microsoft.com/exchange/2010/Autodiscover";
    public static readonly XNamespace Messages = "http://schemas.microsoft.com/exchange/services/2006/messages";
    public static readonly XNamespace Types = "http://schemas.microsoft.com/exchange/services/2006/types";
    public static readonly XNamespace Errors = "http://schemas.microsoft.com/exchange/services/2006/errors";
}
