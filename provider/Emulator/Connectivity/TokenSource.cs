using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>The caller's half of a call: read the challenge, choose who issues, sign (domain.md 5.6). The steps are those of the evaluator.</summary>
internal sealed class TokenSource(IHostBackend backend, EmulatedHosts hosts, CallingServer caller, TimeProvider time, CheckTrace trace)
{
    /// <summary>A token for the server at the URL.</summary>
    public async Task<string> ForAsync(Uri url, string prefix, CancellationToken cancellationToken)
    {
        var challenge = await trace.TakeAsync(Named(prefix, "challenge"), $"Asking {url.Host} which issuers it trusts", async () =>
        {
            if (await SilenceAsync(url, cancellationToken) is { } silence)
            {
                throw new CheckFailure(silence);
            }

            var asked = await Challenges.AskAsync(hosts.Network, url, cancellationToken);
            return (asked, $"client id {asked.ClientId}, trusted issuers {(asked.TrustedIssuers.IsEmpty ? "none" : string.Join(", ", asked.TrustedIssuers))}");
        });
        var audience = new Audience(challenge.ClientId, url.Host, challenge.Realm ?? caller.Client.Realm);
        return await trace.TakeAsync(Named(prefix, "token"), $"Getting a token for {url.Host}", async () =>
        {
            var token = await IssueAsync(challenge, audience, url, cancellationToken);
            return (token.Text, $"issued by {token.Issuer} for {audience}");
        });
    }

    private async Task<(string Text, PrincipalName Issuer)> IssueAsync(
        BearerChallenge challenge, Audience audience, Uri url, CancellationToken cancellationToken)
    {
        var wish = ActorTokenRequest.SelfIssued(caller.Client, audience, Now);
        if (challenge.TrustedIssuers.Contains(caller.Client.ToString(), StringComparer.Ordinal))
        {
            return await IssueOwnAsync(wish, cancellationToken);
        }

        if (await SharedTokenServerAsync(challenge, cancellationToken) is not { } shared)
        {
            return await DistrustAsync(challenge, url, cancellationToken) is { } distrust
                ? throw new CheckFailure(distrust)
                : await IssueOwnAsync(wish, cancellationToken);
        }

        var issuer = PrincipalName.Parse(shared.Issuer);
        var actor = await new TokenServerClient(hosts).RequestAsync(
            shared, caller.Client, audience, await SigningKeyAsync(cancellationToken), Now, cancellationToken);
        return (caller.User is null ? actor : TokenIssuer.WrapForUser(actor, wish with { Issuer = issuer }, caller.User), issuer);
    }

    private async Task<(string Text, PrincipalName Issuer)> IssueOwnAsync(ActorTokenRequest wish, CancellationToken cancellationToken)
    {
        var key = await SigningKeyAsync(cancellationToken);
        return (caller.User is null ? TokenIssuer.IssueActor(wish, key) : TokenIssuer.IssueForUser(wish, caller.User, key), caller.Client);
    }

    /// <summary>What the caller's own records say about calling that server; a host of the world outside is in none of them.</summary>
    private async Task<Fault?> SilenceAsync(Uri url, CancellationToken cancellationToken)
    {
        if (await backend.FindServerByHostAsync(url.Host, cancellationToken) is not { } receiver)
        {
            return null;
        }

        var settings = await backend.ReadOAuthConfigurationAsync(receiver.Fqdn, cancellationToken);
        var (application, realm) = AuthMetadata.PrincipalOf(receiver, settings);
        var own = await backend.ReadReceiverStateAsync(new ReceiverQuery(caller.Server.Fqdn, [application], []), cancellationToken);
        return CallPlanner.CheckOwnRecords(caller.Server, new PrincipalName(application, realm), own.PartnerApplications.Values);
    }

    private DateTimeOffset Now => time.GetUtcNow() + caller.ClockSkew;

    private static string Named(string prefix, string step) => prefix.Length == 0 ? step : prefix + char.ToUpperInvariant(step[0]) + step[1..];

    private async Task<CertificateWithKey> SigningKeyAsync(CancellationToken cancellationToken)
    {
        var server = caller.Server;
        var slots = await backend.ReadCertificateSlotsAsync(server.Fqdn, cancellationToken);
        var certificate = CertificateRules.Signing(slots, server.Product, Now)
            ?? throw new CheckFailure(FaultCatalogue.CallerHasNoCertificate(server.Fqdn));
        if (!certificate.IsValidAt(Now))
        {
            throw new CheckFailure(FaultCatalogue.CallerCertificateNotValid(server.Fqdn, certificate, Now));
        }

        if (await MemberFaultAsync(server, certificate, cancellationToken) is { } missing)
        {
            throw new CheckFailure(missing);
        }

        var faults = await HostFaults.ReadAsync(backend, server.Fqdn, cancellationToken);
        var key = faults.Has(HostFaultKind.PrivateKeyMissing)
            ? null
            : await backend.FindSigningKeyAsync(server.Fqdn, certificate.Thumbprint, cancellationToken);
        return key ?? throw new CheckFailure(FaultCatalogue.PrivateKeyMissing(certificate.Thumbprint));
    }

    private async Task<Fault?> MemberFaultAsync(Server server, SigningCertificate certificate, CancellationToken cancellationToken)
    {
        if (server.Members.IsEmpty)
        {
            return null;
        }

        var state = await backend.ReadReceiverStateAsync(new ReceiverQuery(server.Fqdn, [], []), cancellationToken);
        return PoolRules.Check(server, certificate, state.MemberCopies.GetValueOrDefault(server.Fqdn, []), caller.Member).FirstOrDefault();
    }

    private async Task<AuthorizationServer?> SharedTokenServerAsync(BearerChallenge challenge, CancellationToken cancellationToken)
    {
        var query = new ReceiverQuery(caller.Server.Fqdn, [.. challenge.TrustedIssuers.Select(issuer => issuer.Split('@')[0]).Distinct()], []);
        var known = await backend.ReadReceiverStateAsync(query, cancellationToken);
        return known.AuthorizationServers.Values
            .Where(server => server.Server == caller.Server.Fqdn && challenge.TrustedIssuers.Contains(server.Issuer, StringComparer.Ordinal))
            .OrderBy(server => server.Name, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    // The receiver's records tell the cause; a receiver of the world outside keeps them to itself. None where a receiver of very many partners
    // had no room to name the caller: its answer to the token will tell.
    private async Task<Fault?> DistrustAsync(BearerChallenge challenge, Uri url, CancellationToken cancellationToken)
    {
        if (await backend.FindServerByHostAsync(url.Host, cancellationToken) is { } receiver)
        {
            var query = new ReceiverQuery(receiver.Fqdn, [caller.Client.Application], []);
            var state = await backend.ReadReceiverStateAsync(query, cancellationToken);
            if (PlanOf(state, receiver) is { Code: var code } fault && code == Unspecific(challenge, url).Code)
            {
                return fault;
            }
        }

        return challenge.IsFull ? null : Unspecific(challenge, url);
    }

    private Fault? PlanOf(Trust.TrustState state, Server receiver)
    {
        var whole = state with
        {
            Servers = state.Servers.SetItem(caller.Server.Fqdn, caller.Server).SetItem(receiver.Fqdn, receiver),
            OAuthConfigurations = state.OAuthConfigurations.SetItem(caller.Server.Fqdn, caller.Configuration),
        };
        return CallPlanner.Plan(whole, new TrustQuestion(caller.Server.Fqdn, receiver.Fqdn, null, Now)).Steps[^1].Fault;
    }

    private Fault Unspecific(BearerChallenge challenge, Uri url) => FaultCatalogue.CallerNotAmongTrustedIssuers(
        url.Host, caller.Client.ToString(), challenge.TrustedIssuers, "the caller is not registered there, is disabled, or has another realm.");
}
