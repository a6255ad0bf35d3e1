using PartnerTrust.Emulator.Exchange.Autodiscover;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Answers a connectivity check without making it: the evaluator says what the call would meet.</summary>
internal sealed class ShadowCalls(ServerDirectory servers, IServerReader reader, TrustQuestions questions, TimeProvider time) : IConnectivityTester
{
    public async Task<ConnectivityReport> CheckAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var from = servers.Find(request.Server);
        var to = from is null ? null : await FindTargetAsync(request, from, cancellationToken);
        var mailbox = servers.FindMailbox(request.SipUri);
        var user = mailbox is null && request.Method == ConnectivityMethod.Probe ? null : request.SipUri;
        var question = new TrustQuestion(from?.Fqdn ?? request.Server, to?.Fqdn ?? request.Target ?? "", user, time.GetUtcNow())
        {
            Member = from?.MemberNamed(request.HostNameStorageService),
        };
        var verdict = from is null || to is null
            ? TrustEvaluator.Evaluate(servers.Bare, question)
            : await questions.ExplainAsync(question, progress, cancellationToken);
        var named = request.Target is { Length: > 0 } ? to : null;
        return Report(verdict, await AstrayAsync(from, named, cancellationToken) ?? Objection(request, named, mailbox));
    }

    /// <summary>A Lync server that is led to where no Autodiscover answers gets no further (domain.md 8 row 14).</summary>
    private async Task<TraceStep?> AstrayAsync(Server? from, Server? named, CancellationToken cancellationToken)
    {
        if (from is not { Product: ServerProduct.LyncServer } || named is not (null or { Product: ServerProduct.ExchangeServer })
            || (await reader.ReadSettingsAsync(from, Silence.Instance, cancellationToken)).ExchangeAutodiscoverUrl is not { } url
            || servers.Find(url.Host) is not { } asked)
        {
            return null;
        }

        var answers = asked.Product == ServerProduct.ExchangeServer && url.AbsolutePath.Equals(AutodiscoverEndpoint.Path, StringComparison.OrdinalIgnoreCase);
        var fault = FaultCatalogue.AutodiscoverFails(url, 404);
        return answers ? null : new TraceStep("challenge", false, fault.Found, fault);
    }

    /// <summary>What stands in the way of the check itself, whoever is trusted (domain.md 6.1).</summary>
    private static TraceStep? Objection(ConnectivityRequest request, Server? named, Mailbox? mailbox)
    {
        if (request.Method != ConnectivityMethod.Storage)
        {
            return null;
        }

        var (step, fault) = named is { Product: not ServerProduct.ExchangeServer } ? ("question", FaultCatalogue.TargetKeepsNoMailboxes(named.Fqdn))
            : request.Folder == StorageFolder.Dumpster && mailbox is { ArchiveEnabled: false }
                ? ("writeItem", FaultCatalogue.ArchiveNotEnabled(request.SipUri))
                : ("", null);
        return fault is null ? null : new TraceStep(step, false, fault.Found, fault);
    }

    private static ConnectivityReport Report(TrustVerdict verdict, TraceStep? objection) => objection switch
    {
        null => new ConnectivityReport(verdict.Accepted, verdict.Steps, null),
        { Name: "question" } => new ConnectivityReport(false, [objection], null),
        { Name: "challenge" } => new ConnectivityReport(
            false, [.. verdict.Steps.TakeWhile(step => step is { Succeeded: true, Name: "question" or "autodiscover" }), objection], null),
        _ => new ConnectivityReport(false, verdict.Accepted ? [.. verdict.Steps, objection] : verdict.Steps, null),
    };

    /// <summary>Where the caller is led: to the named server, by its autodiscover URL, or, without one, to the mailbox's server, so that the
    /// evaluator can say that the URL is missing.</summary>
    private async Task<Server?> FindTargetAsync(ConnectivityRequest request, Server from, CancellationToken cancellationToken)
    {
        if (request.Target is { Length: > 0 } named)
        {
            return servers.Find(named);
        }

        var url = (await reader.ReadSettingsAsync(from, Silence.Instance, cancellationToken)).ExchangeAutodiscoverUrl;
        return (url is null ? null : servers.Find(url.Host))
            ?? (servers.FindMailbox(request.SipUri) is { } mailbox ? servers.Find(mailbox.Server) : null)
            ?? servers.Servers.FirstOrDefault(server => server.Product == ServerProduct.ExchangeServer);
    }
}
