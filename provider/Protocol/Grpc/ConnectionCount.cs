using Microsoft.AspNetCore.Connections;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>How many connections of a server are open.</summary>
internal sealed class ConnectionCount
{
    private int open;

    public bool Any => Volatile.Read(ref open) > 0;

    public ConnectionDelegate Around(ConnectionDelegate next) => async connection =>
    {
        Interlocked.Increment(ref open);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    };
}
