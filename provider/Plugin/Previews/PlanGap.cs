using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Previews;

/// <summary>A planned operation that could not be applied.</summary>
/// <param name="Server">On which server it would act; null when that is not known, or when it counts for all of them.</param>
/// <param name="Resource">What the user calls it.</param>
/// <param name="Reason">What is not known, why that matters and what to write, after the word "because".</param>
internal sealed record PlanGap(string? Server, string Resource, string Reason)
{
    /// <summary>Whether the server's own document may be another: its keys or its realm.</summary>
    public bool ChangesDocument { get; init; }

    /// <summary>Whether a document may be published by it at any host.</summary>
    public bool MayPublish { get; init; }

    /// <summary>Set where it decides nothing but how its server calls servers of that product.</summary>
    public ServerProduct? OnlyCallsTo { get; init; }

    /// <param name="reached">Fqdns of the servers on which the call turns, the caller first.</param>
    /// <param name="receiver">Of whom it is for; null where that is not known.</param>
    public bool Concerns(IReadOnlyList<string> reached, ServerProduct? receiver) => Server is null || (OnlyCallsTo is null
        ? reached.Contains(Server)
        : reached is [var caller, ..] && caller == Server && (receiver is null || receiver == OnlyCallsTo));
}
