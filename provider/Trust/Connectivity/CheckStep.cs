namespace PartnerTrust.Trust.Connectivity;

/// <summary>One step on the way of a check.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Url">Where; null only of the step that finds the caller without an autodiscover URL.</param>
public sealed record CheckStep(CheckStepKind Kind, Uri? Url)
{
    /// <summary>Whether it is taken at the mailbox's own server, which is another than the one that Autodiscover answers on.</summary>
    public bool AtMailbox { get; init; }

    /// <summary>How often Autodiscover has sent the check on before.</summary>
    public int Redirects { get; init; }

    /// <summary>Stable name, for example <c>writeItem</c> or <c>mailboxToken</c>.</summary>
    public string Name => AtMailbox && Kind is (CheckStepKind.Challenge or CheckStepKind.Token) ? $"mailbox{Kind}" : Camel(Kind.ToString());

    /// <summary>Where the step is taken, once that is known.</summary>
    public Uri Place => Url ?? throw new InvalidOperationException($"The step {Name} has no place to be taken at.");

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
