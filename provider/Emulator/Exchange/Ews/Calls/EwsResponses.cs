using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Calls;

/// <summary>Response messages: one for each thing asked for, each successful or refused by itself.</summary>
internal static class EwsResponses
{
    /// <summary>Does something for each of the elements and gathers the response messages.</summary>
    public static async Task<XElement> ForEachAsync(
        string operation, IEnumerable<XElement> elements, string emptyContent, Func<XElement, Task<IReadOnlyList<XElement>>> act)
    {
        var messages = new XElement(SoapNames.Messages + "ResponseMessages");
        foreach (var element in elements)
        {
            messages.Add(await MessageAsync(operation, element, emptyContent, act));
        }

        return Response(operation, messages);
    }

    public static XElement Refused(string operation, EwsRefusal refusal) =>
        Response(operation, new XElement(SoapNames.Messages + "ResponseMessages", Error(operation, refusal)));

    private static XElement Response(string operation, XElement messages) => new(
        SoapNames.Messages + (operation + "Response"),
        new XAttribute(XNamespace.Xmlns + "m", SoapNames.Messages),
        new XAttribute(XNamespace.Xmlns + "t", SoapNames.Types),
        messages);

    private static async Task<XElement> MessageAsync(
        string operation, XElement element, string emptyContent, Func<XElement, Task<IReadOnlyList<XElement>>> act)
    {
        try
        {
            var content = await act(element);
            return new XElement(
                SoapNames.Messages + (operation + "ResponseMessage"),
                new XAttribute("ResponseClass", "Success"),
                new XElement(SoapNames.Messages + "ResponseCode", "NoError"),
                content);
        }
        catch (EwsRefusal refusal)
        {
            var error = Error(operation, refusal);
            if (emptyContent.Length > 0)
            {
                error.Add(new XElement(SoapNames.Messages + emptyContent));
            }

            return error;
        }
    }

    private static XElement Error(string operation, EwsRefusal refusal) => new(
        SoapNames.Messages + (operation + "ResponseMessage"),
        new XAttribute("ResponseClass", "Error"),
        new XElement(SoapNames.Messages + "MessageText", refusal.Message),
        new XElement(SoapNames.Messages + "ResponseCode", refusal.Code),
        new XElement(SoapNames.Messages + "DescriptiveLinkKey", 0));
}
