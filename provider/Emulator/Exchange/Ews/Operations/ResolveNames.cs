using System.Xml.Linq;
using PartnerTrust.Emulator.Exchange.Ews.Calls;
using PartnerTrust.Emulator.Soap;
using PartnerTrust.Trust.Mailboxes;

namespace PartnerTrust.Emulator.Exchange.Ews.Operations;

/// <summary>Finds a mailbox by one of its addresses, which clients do to learn whom and what they talk to.</summary>
internal static class ResolveNames
{
    public static Task<XElement> RunAsync(EwsCall call, CancellationToken cancellationToken) =>
        EwsResponses.ForEachAsync("ResolveNames", [call.Operation.Required("UnresolvedEntry")], "", async entry =>
        {
            call.RequireRole("UserApplication");
            var address = entry.Value.Trim() is var name && name.StartsWith("smtp:", StringComparison.OrdinalIgnoreCase) ? name[5..] : name;
            return await call.Backend.FindMailboxAsync(call.Server, address, cancellationToken) is { } mailbox
                ? [Resolution(mailbox)]
                : throw new EwsRefusal("ErrorNameResolutionNoResults", "No results were found.");
        });

    private static XElement Resolution(Mailbox mailbox) => new(
        SoapNames.Messages + "ResolutionSet",
        new XAttribute("TotalItemsInView", 1),
        new XAttribute("IncludesLastItemInRange", "true"),
        new XElement(
            SoapNames.Types + "Resolution",
            new XElement(
                SoapNames.Types + "Mailbox",
                new XElement(SoapNames.Types + "Name", mailbox.SmtpAddress.Split('@')[0]),
                new XElement(SoapNames.Types + "EmailAddress", mailbox.SmtpAddress),
                new XElement(SoapNames.Types + "RoutingType", "SMTP"),
                new XElement(SoapNames.Types + "MailboxType", "Mailbox"))));
}
