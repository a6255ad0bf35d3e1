using PartnerTrust.Engines.Embedded.Hosts.Listening;

namespace PartnerTrust.Engines.Embedded.Hosts.Bearer;

internal sealed class BearerGate(IHostBackend backend)
{
    public async Task<Caller?> AdmitAsync(HostRequest request)
    {
        await backend.ListTrustedIssuersAsync(request.Server.Fqdn, request.Aborted).ConfigureAwait(false);
        return null;
    }
}
