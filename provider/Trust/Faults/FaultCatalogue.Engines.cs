using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Faults;

/// <summary>What real servers can do to a write, and what an engine cannot do at all.</summary>
public static partial class FaultCatalogue
{
    /// <summary>A record of that name is about another partner than the one that the stack recorded.</summary>
    public static Fault RecordOfAnother(string kind, string server, string name, PartnerIdentity found, PartnerIdentity recorded) => new(
        "PT4031", "name", $"The {kind} \"{name}\" on {server} is about {Described(found)}.", $"{Described(recorded)}, as the stack's state knows it.",
        "Somebody put another record in its place, which is left alone. Run \"pulumi refresh\" to take it over, or remove it on the server.");

    /// <summary>Whether a write took effect is not known.</summary>
    public static Fault WriteInterrupted(string server, string what, string cause) => new(
        "PT8015", "", $"{what} on {server} was interrupted: {cause}", "an answer that says what is there now.",
        "Whether it took effect is not known. Run the update again: it looks first, and takes over what is already as it should be.");

    /// <summary>The engine cannot do what the resource needs.</summary>
    public static Fault EngineCannot(string engine, string what) => new(
        "PT8016", "", $"The engine \"{engine}\" cannot {what}.", "an engine that can.",
        "Remove the resource or the property that asks for it, or use another engine.");

    private static string Described(PartnerIdentity identity) => identity.Kind switch
    {
        PartnerKind.BehindAuthorizationServer => $"{identity.Principal} behind an authorization server",
        _ => identity.Principal,
    };
}
