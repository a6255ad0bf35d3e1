using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Network;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>The caller's half of a call: read the challenge, choose who issues, sign (domain.md 5.6), by the rules that the evaluator goes
/// by.</summary>
internal sealed class TokenSource(IHostBackend backend, ISigningKeys keys, CallerTools tools, CallingServer caller)
{
    /// <summary>Whose tokens the server at the URL takes. A server that the caller may not call is not asked.</summary>
    public async Task<BearerChallenge> AskAsync(Uri url, CancellationToken cancellationToken) =>
        await SilenceAsync(url, cancellationToken) is { } silence
            ? throw new CheckFailure(silence)
            : await Challenges.AskAsync(tools.Network, url, cancellationToken);

    /// <summary>A token for the server at the URL, and who issued it.</summary>
    public async Task<(string Text, PrincipalName Issuer)> IssueAsync(
        BearerChallenge challenge, Audience audience, Uri url, CancellationToken cancellationToken)
    {
        if (IssuerRules.TakesOwn(challenge, caller.Client))
        {
            return await IssueOwnAsync(audience, cancellationToken);
        }

        if (await SharedAsync(challenge, cancellationToken) is { } shared)
        {
            return await IssueByAsync(shared, audience, cancellationToken);
        }

        return await DistrustAsync(challenge, url, cancellationToken) is { } distrust
            ? throw new CheckFailure(distrust)
            : await IssueOwnAsync(audience, cancellationToken);
    }

    private async Task<(string Text, PrincipalName Issuer)> IssueOwnAsync(Audience audience, CancellationToken cancellationToken)
    {
        var key = await SigningKeyAsync(cancellationToken);
        var wish = WishFor(audience);
        return (caller.User is null ? TokenIssuer.IssueActor(wish, key) : TokenIssuer.IssueForUser(wish, caller.User, key), caller.Client);
    }

    private async Task<(string Text, PrincipalName Issuer)> IssueByAsync(
        AuthorizationServer shared, Audience audience, CancellationToken cancellationToken)
    {
        var key = await SigningKeyAsync(cancellationToken);
        var client = new AuthorizationServerClient(tools);
        var actor = await client.RequestAsync(shared, caller.Client, audience, key, caller.Now, cancellationToken);
        var wish = WishFor(audience) with { Issuer = PrincipalName.Parse(shared.Issuer) };
        return (caller.User is null ? actor : TokenIssuer.WrapForUser(actor, wish, caller.User), wish.Issuer);
    }

    private ActorTokenRequest WishFor(Audience audience) => ActorTokenRequest.SelfIssued(caller.Client, audience, caller.Now);

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
        return CallRules.CheckOwnRecords(caller.Server, new PrincipalName(application, realm), own.PartnerApplications.Values);
    }

    private async Task<CertificateWithKey> SigningKeyAsync(CancellationToken cancellationToken)
    {
        var (server, now) = (caller.Server, caller.Now);
        var slots = await backend.ReadCertificateSlotsAsync(server.Fqdn, cancellationToken);
        var certificate = CertificateRules.Signing(slots, server.Product, now);
        return CallRules.CheckSigner(server, certificate, now, await CopiesAsync(cancellationToken), caller.Way.Member) is { } fault
            ? throw new CheckFailure(fault)
            : await keys.FindSigningKeyAsync(server.Fqdn, certificate!.Thumbprint, cancellationToken)
                ?? throw new CheckFailure(FaultCatalogue.PrivateKeyMissing(certificate.Thumbprint));
    }

    private async Task<ImmutableArray<CertificateCopy>> CopiesAsync(CancellationToken cancellationToken)
    {
        var server = caller.Server;
        if (server.Members.IsEmpty)
        {
            return [];
        }

        var state = await backend.ReadReceiverStateAsync(new ReceiverQuery(server.Fqdn, [], []), cancellationToken);
        return state.MemberCopies.GetValueOrDefault(server.Fqdn, []);
    }

    private async Task<AuthorizationServer?> SharedAsync(BearerChallenge challenge, CancellationToken cancellationToken)
    {
        var query = new ReceiverQuery(caller.Server.Fqdn, [.. challenge.TrustedIssuers.Select(issuer => issuer.Split('@')[0]).Distinct()], []);
        var known = await backend.ReadReceiverStateAsync(query, cancellationToken);
        return IssuerRules.Shared(challenge, caller.Server, known.AuthorizationServers.Values);
    }

    // The receiver's records tell the cause; a receiver of the world outside keeps them to itself. None where a receiver of very many partners
    // had no room to name the caller: its answer to the token will tell.
    private async Task<Fault?> DistrustAsync(BearerChallenge challenge, Uri url, CancellationToken cancellationToken)
    {
        if (await backend.FindServerByHostAsync(url.Host, cancellationToken) is { } receiver)
        {
            var query = new ReceiverQuery(receiver.Fqdn, [caller.Client.Application], []);
            var state = await backend.ReadReceiverStateAsync(query, cancellationToken);
            var known = BearerChallenge.Of(receiver, state);
            if (!IssuerRules.TakesOwn(known, caller.Client))
            {
                return IssuerRules.Distrust(receiver, known, caller.Client, state.PartnerApplications.Values);
            }
        }

        return challenge.IsFull ? null : IssuerRules.Distrust(url.Host, challenge, caller.Client);
    }
}
