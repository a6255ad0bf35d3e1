using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>What the evaluator says of every call that a trust may have: <c>accepted</c>, <c>open</c>, or the number of the refusal.</summary>
internal static class Verdicts
{
    private const string Open = "open";

    public static IReadOnlyDictionary<string, string> Of(TrustState state, DateTimeOffset at) => (
        from direction in TrustDirection.Among(state.Servers.Values.OrderBy(server => server.Fqdn, StringComparer.Ordinal))
        from user in state.Mailboxes.Keys.Order(StringComparer.Ordinal).Prepend(null)
        let verdict = TrustEvaluator.Evaluate(state, new TrustQuestion(direction.From.Fqdn, direction.To.Fqdn, user, at))
        select (Call: $"{direction.From.Fqdn} > {direction.To.Fqdn} {user}", Told: Spoken(verdict)))
        .ToDictionary(entry => entry.Call, entry => entry.Told);

    /// <summary>The file says of each call what the servers say; nothing is open but what turns on something that the stack does not
    /// declare.</summary>
    public static void AreAlike(TrustState servers, TrustState file, DateTimeOffset at)
    {
        // The lab remembers one mailbox an address; the settings have them all.
        var (real, told) = (Of(servers with { Mailboxes = file.Mailboxes }, at), Of(file, at));
        Assert.Equal(real.Keys.Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            real.Select(call => $"{call.Key}: {(told[call.Key] == Open && TurnsOnUnseen(file, call.Key) ? Open : call.Value)}"),
            real.Select(call => $"{call.Key}: {told[call.Key]}"));
    }

    /// <summary>Whether caller, called server or a server that vouches has something that the stack does not tell.</summary>
    private static bool TurnsOnUnseen(TrustState file, string call) => file.Unseen.Any(part =>
        call.Contains(part.Server, StringComparison.Ordinal)
        || (file.Servers[part.Server].Product == ServerProduct.TokenServer && file.AuthorizationServers.Count > 0));

    private static string Spoken(TrustVerdict verdict) =>
        verdict.Open is not null ? Open : verdict.Accepted ? "accepted" : verdict.Refusal!.Code;
}
