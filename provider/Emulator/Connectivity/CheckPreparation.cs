using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Looks up the servers and the user that a check names.</summary>
internal sealed class CheckPreparation(IHostBackend backend, IServerClocks clocks) : ICheckPreparation
{
    public async Task<CallingServer> PrepareAsync(ConnectivityRequest request, CancellationToken cancellationToken)
    {
        var server = await backend.FindServerByHostAsync(request.Server, cancellationToken);
        var target = request.NamedTarget is { } named ? await backend.FindServerByHostAsync(named, cancellationToken) : null;
        if (CheckRules.Objection(request, server, target) is { } fault)
        {
            throw new CheckFailure(fault);
        }

        var configuration = await backend.ReadOAuthConfigurationAsync(server!.Fqdn, cancellationToken);
        var (serviceName, realm) = AuthMetadata.PrincipalOf(server, configuration);
        var mailbox = await backend.FindMailboxAsync(server.Fqdn, request.SipUri, cancellationToken);
        var way = new CheckWay(request, server, target, configuration) { User = CheckRules.UserOf(request, mailbox) };
        var user = way.User is { } sipUri ? UserIdentity.Of(sipUri, mailbox) : null;
        var clock = await clocks.OfAsync(server.Fqdn, cancellationToken);
        return new CallingServer(way, new PrincipalName(serviceName, realm), user, clock);
    }
}
