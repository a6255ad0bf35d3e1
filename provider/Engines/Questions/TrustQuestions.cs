using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Questions;

/// <summary>Questions about the trust, answered by the rules from what any engine tells of the servers concerned.</summary>
/// <param name="reader">Tells what servers keep.</param>
/// <param name="mailboxes">All mailboxes; null where only those that are configured are known.</param>
/// <param name="servers">What is configured.</param>
/// <param name="time">The clock.</param>
public sealed class TrustQuestions(IServerReader reader, IMailboxDirectory? mailboxes, ServerDirectory servers, TimeProvider time)
{
    private const ServerParts OwnParts = ServerParts.Certificates | ServerParts.Settings | ServerParts.Documents;

    public TrustQuestions(ITrustEngine engine, ServerDirectory servers, TimeProvider time)
        : this(engine.Reader, engine.Mailboxes, servers, time)
    {
    }

    /// <summary>Whether tokens are really signed where the key is at hand. The same rules judge a signature that is only described, in a tenth of the
    /// time.</summary>
    public bool Signs { get; init; } = true;

    /// <summary>Would a call be accepted, and if not, which rule would refuse it? No server is touched.</summary>
    public async Task<TrustVerdict> ExplainAsync(TrustQuestion question, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var ends = await ReadEndsAsync(question, progress, cancellationToken);
        return ends.Explain(question with { From = ends.From.Fqdn, To = ends.To.Fqdn }, Signs);
    }

    /// <summary>What a caller meets at one place to which it has found its way.</summary>
    public async Task<CallOutcome> MeetAsync(TrustQuestion question, IProgress<string> progress, CancellationToken cancellationToken) =>
        (await ReadEndsAsync(question, progress, cancellationToken)).Meet(question);

    /// <summary>Whether a caller gets a token for a host that is none of the configured servers.</summary>
    /// <param name="question">The caller is also whom it is to call.</param>
    /// <param name="challenge">What the host answered.</param>
    /// <param name="progress">Told what is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TraceStep> IssueAsync(
        TrustQuestion question, BearerChallenge challenge, IProgress<string> progress, CancellationToken cancellationToken) =>
        TrustEvaluator.IssueOutside((await ReadEndsAsync(question, progress, cancellationToken)).State, question, challenge);

    /// <summary>The dated steps by which the server's certificate can be renewed without a valid token ever failing.</summary>
    public async Task<RolloverPlan> PlanRolloverAsync(string fqdn, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var server = servers.Require(fqdn);
        var own = await reader.ReadAsync(new ServerQuery(server.Fqdn, PartsOf(server)), progress, cancellationToken);
        var (serviceName, realm) = AuthMetadata.PrincipalOf(server, own.Settings);
        var ofIssuer = new RecordFilter.OfIssuer($"{serviceName}@{realm}");
        const ServerParts Records = ServerParts.PartnerApplications | ServerParts.AuthorizationServers;
        var kept = await ReadAsync(
            servers.Servers.Select(keeper => new ServerQuery(keeper.Fqdn, Records) { Records = ofIssuer }), progress, cancellationToken);
        var consumers = servers.Servers
            .Where(keeper => kept[keeper.Fqdn] is not { PartnerApplications.IsEmpty: true, AuthorizationServers.IsEmpty: true })
            .ToList();
        var theirs = await ReadAsync(consumers.Select(consumer => new ServerQuery(consumer.Fqdn, OwnParts)), progress, cancellationToken);
        var state = consumers.Aggregate(
            TrustState.Empty.With(server, own), (so, consumer) => so.With(consumer, theirs[consumer.Fqdn]).With(consumer, kept[consumer.Fqdn]));
        return RolloverPlanner.Plan(state, server.Fqdn, time.GetUtcNow());

        // An Exchange server's own records tell whether the cloud shares its certificate (domain.md 2.3, 11.4).
        static ServerParts PartsOf(Server server) =>
            server.Product == ServerProduct.ExchangeServer ? OwnParts | Records : OwnParts;
    }

    /// <summary>What caller and receiver keep about one another, and what authorization servers keep about the caller.</summary>
    private static IEnumerable<ServerQuery> RecordsOf(
        IReadOnlyList<Server> callers, Server from, Server to, ImmutableDictionary<string, ServerSnapshot> own)
    {
        ImmutableArray<string> caller = [from.ApplicationIdentifier, AuthMetadata.PrincipalOf(from, own[from.Fqdn].Settings).ServiceName];
        var receiver = AuthMetadata.PrincipalOf(to, own[to.Fqdn].Settings).ServiceName;
        foreach (var server in callers)
        {
            yield return new ServerQuery(server.Fqdn, ServerParts.PartnerApplications)
            {
                Records = new RecordFilter.OfApplications(server == from ? [receiver] : caller),
            };
        }
    }

    /// <summary>What caller, receiver and the authorization servers between them keep of the call.</summary>
    private async Task<CallEnds> ReadEndsAsync(TrustQuestion question, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var (from, to) = (servers.Require(question.From), servers.Require(question.To));
        var issuers = servers.Servers.Where(server => server.Product == ServerProduct.TokenServer).Append(from).Distinct().ToList();
        var callers = issuers.Append(to).Distinct().ToList();
        var own = await ReadAsync(callers.Select(server => new ServerQuery(server.Fqdn, PartsOf(server))), progress, cancellationToken);
        var records = await ReadAsync(RecordsOf(callers, from, to, own), progress, cancellationToken);
        var named = await FindMailboxesAsync(question.SipUri, progress, cancellationToken);
        var state = callers.Aggregate(servers.Bare, (so, server) => so.With(server, own[server.Fqdn]).With(server, records[server.Fqdn])) with
        {
            Mailboxes = TrustState.Empty.Mailboxes.SetItems(named.Select(mailbox => KeyValuePair.Create(mailbox.SipUri, mailbox))),
            MailboxesAreComplete = mailboxes is not null,
        };
        return new CallEnds(from, to, state, [.. issuers.Select(server => own[server.Fqdn])]);

        // Who issues the token is settled by what both ends keep of authorization servers (domain.md 1.1).
        ServerParts PartsOf(Server server) => server == from || server == to ? OwnParts | ServerParts.AuthorizationServers : OwnParts;
    }

    /// <summary>Different servers are read side by side.</summary>
    private async Task<ImmutableDictionary<string, ServerSnapshot>> ReadAsync(
        IEnumerable<ServerQuery> queries, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var snapshots = await Task.WhenAll(queries.Select(query => reader.ReadAsync(query, progress, cancellationToken)));
        return snapshots.ToImmutableDictionary(snapshot => snapshot.Server);
    }

    private async Task<ImmutableArray<Mailbox>> FindMailboxesAsync(
        string? sipUri, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (sipUri is null)
        {
            return [];
        }

        var named = await FindAsync(sipUri);
        return named is [var mailbox, ..] ? [.. named.Union(await FindAsync(mailbox.SmtpAddress))] : named;

        async Task<ImmutableArray<Mailbox>> FindAsync(string address) => mailboxes is { } directory
            ? await directory.FindAsync(address, progress, cancellationToken)
            : [.. servers.FindMailboxes(address)];
    }
}
