using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>One engine's connection to an attached plugin, and its session.</summary>
internal sealed class AttachedConnection : IGrpcConnection
{
    private readonly AttachedService service;
    private readonly Lock gate = new();
    private readonly List<SessionRpcs> used = [];

    public AttachedConnection(AttachedService service)
    {
        this.service = service;
        Services = [ProviderMethods.Describe(Begin, Current)];
    }

    public IReadOnlyList<GrpcService> Services { get; }

    public async ValueTask DisposeAsync()
    {
        foreach (var rpcs in used)
        {
            await service.LeaveAsync(rpcs);
        }
    }

    private SessionRpcs Begin()
    {
        lock (gate)
        {
            if (used is not [.., var last] || AttachedService.IsOver(last))
            {
                used.Add(service.Begin());
            }

            return used[^1];
        }
    }

    private SessionRpcs Current()
    {
        lock (gate)
        {
            if (used.Count == 0)
            {
                used.Add(service.Join());
            }

            return used[^1];
        }
    }
}
