using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Connectivity;

/// <summary>The way that a check takes (domain.md 6.1). A storage check goes where Autodiscover answers, gets a token there, asks for the
/// mailbox, gets another token if the mailbox lies elsewhere, and writes, reads and deletes an item; a probe gets a token and presents it, of a
/// named Exchange server where Autodiscover leads to. Whoever makes the check goes it step by step; whoever foretells the check asks what each
/// step will meet.</summary>
/// <param name="Request">The check, to which there is no objection (<see cref="CheckRules.Objection"/>).</param>
/// <param name="Caller">Who makes it.</param>
/// <param name="Target">Whom it is to reach; null for whomever Autodiscover finds.</param>
/// <param name="Configuration">The caller's settings.</param>
public sealed record CheckWay(ConnectivityRequest Request, Server Caller, Server? Target, OAuthConfiguration Configuration)
{
    private const int MostRedirects = 3;

    /// <summary>For whom the caller calls; null for itself.</summary>
    public string? User { get; init; }

    /// <summary>Who calls whom, for people.</summary>
    public string Description =>
        $"{Caller.Fqdn} calls {Target?.Fqdn ?? "Exchange"} {(User is null ? "without a user" : "for " + Request.SipUri)}";

    /// <summary>The member of the caller that calls; null when any of them may.</summary>
    public string? Member => Caller.MemberNamed(Request.HostNameStorageService);

    public CheckStep First => AsksAutodiscover
        ? new CheckStep(CheckStepKind.Autodiscover, Configuration.ExchangeAutodiscoverUrl)
        : new CheckStep(CheckStepKind.Challenge, PlaceOf(Target!));

    private bool IsProbe => Request.Method == ConnectivityMethod.Probe;

    private bool AsksAutodiscover => AutodiscoverRules.IsAsked(Caller.Product, Target?.Product);

    /// <summary>What is wrong with a step before it is taken; null when nothing is known to be.</summary>
    public Fault? Objection(CheckStep step) =>
        step.Kind == CheckStepKind.Autodiscover ? AutodiscoverRules.CheckUrl(Caller, step.Url) : null;

    /// <summary>The step after one that went well; null at the end. What follows an answer of Autodiscover, <see cref="Follow"/>
    /// tells.</summary>
    public CheckStep? Next(CheckStep taken) => taken.Kind switch
    {
        CheckStepKind.Autodiscover => new CheckStep(CheckStepKind.Challenge, taken.Place),
        CheckStepKind.Challenge => taken with { Kind = CheckStepKind.Token },
        CheckStepKind.Token => taken with { Kind = UseOfToken(taken) },
        CheckStepKind.WriteItem => taken with { Kind = CheckStepKind.ReadItem },
        CheckStepKind.ReadItem when Request.DeleteItem => taken with { Kind = CheckStepKind.DeleteItem },
        _ => null,
    };

    /// <summary>Where an answer of Autodiscover leads, or why the check does not go there.</summary>
    public (CheckStep? Next, Fault? Fault) Follow(CheckStep asked, AutodiscoverAnswer answer) => answer switch
    {
        { Ews: { } ews } => Found(asked, ews),
        { Nobody: { } nobody } => CallsAsItself ? (To(asked, PlaceOf(Target!)), null) : (null, nobody),
        _ => SentOn(asked, answer.Redirect ?? ""),
    };

    /// <summary>A probe that needs no mailbox looks, all the same, whether Autodiscover answers.</summary>
    private bool CallsAsItself => IsProbe && User is null;

    private Uri PlaceOf(Server target) => IsProbe ? ServicePaths.ProbeOf(target) : ServicePaths.EwsOf(target.Fqdn);

    private CheckStepKind UseOfToken(CheckStep taken) =>
        AsksAutodiscover && !taken.AtMailbox && !(IsProbe && Target is null) ? CheckStepKind.UserSettings : LastUse;

    private CheckStepKind LastUse => IsProbe ? CheckStepKind.PresentToken : CheckStepKind.WriteItem;

    /// <summary>A token counts for one host: another needs one of its own.</summary>
    private (CheckStep? Next, Fault? Fault) Found(CheckStep asked, Uri ews) =>
        Target is not null && !Target.Hosts.Contains(ews.Host, StringComparer.OrdinalIgnoreCase)
            ? (null, FaultCatalogue.AutodiscoverFindsAnother(Target.Fqdn, ews))
        : (To(asked, ews), null);

    private CheckStep To(CheckStep asked, Uri ews) => ews.Authority.Equals(asked.Place.Authority, StringComparison.OrdinalIgnoreCase)
        ? asked with { Kind = LastUse, Url = ews }
        : asked with { Kind = CheckStepKind.Challenge, Url = ews, AtMailbox = true };

    /// <summary>Autodiscover may send on within its host and to the domains that the caller's settings allow, over https and not for ever
    /// (domain.md 4.2, 8 rows 14 and 15).</summary>
    private (CheckStep? Next, Fault? Fault) SentOn(CheckStep asked, string redirect) =>
        Uri.TryCreate(redirect, UriKind.Absolute, out var next) && asked.Redirects < MostRedirects && next.Scheme == Uri.UriSchemeHttps
        && (next.Host == asked.Place.Host || OAuthConfigurationRules.AllowsRedirect(Configuration, next.Host))
            ? (asked with { Kind = CheckStepKind.Challenge, Url = next, Redirects = asked.Redirects + 1 }, null)
            : (null, FaultCatalogue.AutodiscoverRedirectNotAllowed(redirect, Configuration.ExchangeAutodiscoverAllowedDomains));
}
