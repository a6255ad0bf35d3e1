using System.Net;
using System.Xml.Linq;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Items;

/// <summary>Shows a body in the form that a client wants.</summary>
internal static class ItemBodies
{
    public static void Convert(XElement whole, string wanted)
    {
        if (whole.Element(SoapNames.Types + "Body") is not { } body)
        {
            return;
        }

        var isHtml = body.Attribute("BodyType")?.Value == "HTML";
        switch (wanted)
        {
            case "Text" when isHtml:
                body.Value = HtmlText.Of(body.Value);
                body.SetAttributeValue("BodyType", "Text");
                break;
            case "HTML" when !isHtml:
                body.Value = $"<html><body><div>{WebUtility.HtmlEncode(body.Value).ReplaceLineEndings("<br>")}</div></body></html>";
                body.SetAttributeValue("BodyType", "HTML");
                break;
        }
    }
}
