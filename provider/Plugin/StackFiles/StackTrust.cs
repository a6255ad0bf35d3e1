using System.Collections.Immutable;
using PartnerTrust.Plugin.StackFiles.Declared;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.StackFiles;

/// <summary>The trust that the resources of all providers of a stack declare together: two of them may name the same servers, as where each
/// administers one product and knows the other.</summary>
/// <param name="State">The trust. Unseen is what no provider tells.</param>
/// <param name="Checks">The connectivity checks, with what they last met.</param>
/// <param name="Untold">What the files do not tell, each as a sentence.</param>
internal sealed record StackTrust(TrustState State, ImmutableArray<StackCheck> Checks, ImmutableArray<string> Untold)
{
    /// <param name="installations">What each provider declares.</param>
    /// <param name="now">When.</param>
    public static StackTrust Of(ImmutableArray<StackInstallation> installations, DateTimeOffset now)
    {
        var state = installations.Aggregate(TrustState.Empty, (whole, one) => Joined(whole, one.State)) with { Unseen = UnseenIn(installations) };
        var decisive = DecisiveIn(state, now);
        var unknowns = installations.SelectMany(installation => installation.Unknowns)
            .Where(unknown => unknown.Part is not { } part || (state.Unseen.Contains((unknown.Server, part)) && decisive.Contains(unknown.Server)));
        return new StackTrust(
            state,
            [.. installations.SelectMany(installation => installation.Checks)],
            [.. unknowns.Select(unknown => unknown.Text).Distinct(StringComparer.Ordinal)]);
    }

    private static TrustState Joined(TrustState one, TrustState other) => new(
        one.Servers.SetItems(other.Servers),
        one.Certificates.SetItems(other.Certificates),
        other.PublishedMetadata.Aggregate(one.PublishedMetadata, (all, published) => all.SetItem(
            published.Key, [.. all.GetValueOrDefault(published.Key, []).Concat(published.Value).Distinct()])),
        one.PartnerApplications.SetItems(other.PartnerApplications),
        one.OAuthConfigurations.SetItems(other.OAuthConfigurations),
        one.AuthorizationServers.SetItems(other.AuthorizationServers),
        one.Mailboxes.SetItems(other.Mailboxes))
    {
        MemberCopies = one.MemberCopies.SetItems(other.MemberCopies),
        MailboxesAreComplete = one.MailboxesAreComplete && other.MailboxesAreComplete,
    };

    /// <summary>The servers on whose certificates and records it turns who accepts whom. Providers may name more than the stack is about.</summary>
    private static ImmutableHashSet<string> DecisiveIn(TrustState state, DateTimeOffset now)
    {
        var directions = DeclaredDirections.Of(state, now);
        var tokenServers = state.AuthorizationServers.IsEmpty
            ? []
            : state.Servers.Values.Where(server => server.Product == ServerProduct.TokenServer);
        return [.. directions.SelectMany(direction => new[] { direction.From, direction.To }).Concat(tokenServers).Select(server => server.Fqdn)];
    }

    /// <summary>What nobody tells of those who name the server.</summary>
    private static ImmutableHashSet<(string, TrustPart)> UnseenIn(ImmutableArray<StackInstallation> installations) =>
    [
        .. installations.SelectMany(installation => installation.State.Unseen).Distinct()
            .Where(unseen => installations.All(installation =>
                !installation.State.Servers.ContainsKey(unseen.Server) || installation.State.Unseen.Contains(unseen))),
    ];
}
