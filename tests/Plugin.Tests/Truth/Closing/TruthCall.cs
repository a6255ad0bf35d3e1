using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>A call that one server may make of another.</summary>
/// <param name="From">Who calls.</param>
/// <param name="To">Who is called.</param>
/// <param name="SipUri">For whom; empty for a call of the application for itself.</param>
internal sealed record TruthCall(string From, string To, string SipUri)
{
    /// <summary>Both kinds of every direction. Exchange is called for somebody whose mailbox it has.</summary>
    public static ImmutableArray<TruthCall> AllIn(PropertyMap settings)
    {
        var servers = MapsIn(settings, "servers").Where(server => TextOf(server, "product") != "TokenServer").ToList();
        return
        [
            .. from caller in servers
               from called in servers
               where caller != called
               from sipUri in new[] { UserOf(called, settings), "" }.Distinct()
               select new TruthCall(TextOf(caller, "fqdn"), TextOf(called, "fqdn"), sipUri),
        ];
    }

    /// <summary>Of the question what it would meet.</summary>
    public PropertyMap Arguments => SipUri.Length == 0
        ? PropertyMap.Of(("from", From), ("to", To))
        : PropertyMap.Of(("from", From), ("to", To), ("sipUri", SipUri));

    private static string UserOf(PropertyMap called, PropertyMap settings) => MapsIn(settings, "mailboxes")
        .Where(mailbox => TextOf(called, "product") != "ExchangeServer" || TextOf(mailbox, "server") == TextOf(called, "fqdn"))
        .Select(mailbox => TextOf(mailbox, "sipUri"))
        .FirstOrDefault("");

    private static IEnumerable<PropertyMap> MapsIn(PropertyMap settings, string name) => ((ListValue)settings[name]).Items.OfType<PropertyMap>();

    private static string TextOf(PropertyMap map, string name) => ((TextValue)map[name]).Value;
}
