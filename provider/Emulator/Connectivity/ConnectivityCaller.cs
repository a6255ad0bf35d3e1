using PartnerTrust.Emulator.Faults;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Makes a connectivity check as the calling server does (domain.md 6.1): over the network, with tokens of its own.</summary>
internal sealed class ConnectivityCaller(IHostBackend backend, EmulatedHosts hosts, TimeProvider time)
{
    public async Task<ConnectivityReport> CheckAsync(ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var trace = new CheckTrace(progress);
        using var troubles = hosts.Troubles.Begin();
        try
        {
            var (caller, target) = await trace.TakeAsync(
                "question", $"{request.Server} prepares to call", () => PrepareAsync(request, cancellationToken));
            var tokens = new TokenSource(backend, hosts, caller, time, trace);
            var calls = new ServiceCalls(hosts.Network, hosts.Refusals, time);
            if (request.Method == ConnectivityMethod.Probe)
            {
                await new ProbeCheck(caller, tokens, calls, trace).RunAsync(target, cancellationToken);
            }
            else
            {
                await new StorageCheck(request, caller, tokens, calls, backend.RunningChecks, trace).RunAsync(target, cancellationToken);
            }
        }
        catch (CheckTrace.CheckEnded) when (troubles.Met is { } trouble)
        {
            throw new FaultException(trouble.Faults);
        }
        catch (CheckTrace.CheckEnded)
        {
        }

        return trace.Report;
    }

    private async Task<((CallingServer Caller, Server? Target), string Detail)> PrepareAsync(ConnectivityRequest request, CancellationToken cancellationToken)
    {
        var server = await RequireAsync("caller", request.Server, cancellationToken);
        var target = request.Target is { Length: > 0 } named ? await RequireAsync("receiver", named, cancellationToken) : null;
        if (Objection(request, server, target) is { } fault)
        {
            throw new CheckFailure(fault);
        }

        var faults = await HostFaults.ReadAsync(backend, server.Fqdn, cancellationToken);
        if (faults.Has(HostFaultKind.AccessDenied))
        {
            throw new CheckFailure(FaultCatalogue.CheckAccessDenied(server.Fqdn));
        }

        var configuration = await backend.ReadOAuthConfigurationAsync(server.Fqdn, cancellationToken);
        var (serviceName, realm) = AuthMetadata.PrincipalOf(server, configuration);
        var user = await UserAsync(request, cancellationToken);
        var caller = new CallingServer(server, configuration, new PrincipalName(serviceName, realm), user, faults.ClockSkew)
        {
            Member = server.MemberNamed(request.HostNameStorageService),
        };
        return ((caller, target), $"{server.Fqdn} calls {target?.Fqdn ?? "Exchange"} {(user is null ? "without a user" : "for " + request.SipUri)}");
    }

    private async Task<Server> RequireAsync(string role, string fqdn, CancellationToken cancellationToken) =>
        await backend.FindServerByHostAsync(fqdn, cancellationToken)
        ?? throw new CheckFailure(FaultCatalogue.CallServerUnknown(role, fqdn));

    // A probe needs no mailbox: without one the server calls as itself.
    private async Task<UserIdentity?> UserAsync(ConnectivityRequest request, CancellationToken cancellationToken)
    {
        var mailbox = await backend.FindMailboxAsync(request.SipUri, cancellationToken);
        return mailbox is null && request.Method == ConnectivityMethod.Probe ? null : UserIdentity.Of(request.SipUri, mailbox);
    }

    private static Fault? Objection(ConnectivityRequest request, Server server, Server? target)
    {
        if (target?.Fqdn == server.Fqdn)
        {
            return FaultCatalogue.CallToItself(server.Fqdn);
        }

        if (!SipUris.IsValid(request.SipUri))
        {
            return FaultCatalogue.CallUserMalformed(request.SipUri);
        }

        if (request.Method == ConnectivityMethod.Storage && target is not null && target.Product != ServerProduct.ExchangeServer)
        {
            return FaultCatalogue.TargetKeepsNoMailboxes(target.Fqdn);
        }

        // Only Lync looks for Exchange by itself; the others have to be told whom to call.
        return target is null && server.Product != ServerProduct.LyncServer ? FaultCatalogue.CallServerUnknown("receiver", "") : null;
    }
}
