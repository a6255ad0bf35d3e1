using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>What the simulated servers answer to who brings no token.</summary>
internal sealed class SimulatedChallenges(StoreEngine engine) : IChallengeSource
{
    public async Task<BearerChallenge> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        var servers = engine.Operations.Servers;
        var server = servers.FindByHost(url.Host) ?? throw new FaultException(FaultCatalogue.HostUnreachable(url, "HostNotFound"));
        if (ServiceAnswers.ToAsking(ServicePaths.ServiceAt(server.Product, url.AbsolutePath), url) is { } fault)
        {
            throw new FaultException(fault);
        }

        var found = await engine.Reader.ReadAsync(
            new ServerQuery(server.Fqdn, ServerParts.PartnerApplications | ServerParts.AuthorizationServers), Silence.Instance, cancellationToken);
        return BearerChallenge.Of(server, servers.Bare.With(server, found));
    }
}
