using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>Those of the connection that a call comes on.</summary>
internal sealed class ConnectionHandlers(Func<IGrpcConnection> open) : ICallHandlers
{
    private static readonly object Key = new();

    public GrpcHandler? Find(HttpContext context, string path) => Of(context).Find(context, path);

    private OpenConnection Of(HttpContext context)
    {
        var items = context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        lock (items)
        {
            if (items.TryGetValue(Key, out var known) && known is OpenConnection connection)
            {
                return connection;
            }

            var opened = new OpenConnection(open());
            items[Key] = opened;
            context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed.Register(opened.Leave);
            return opened;
        }
    }

    /// <summary>Counts who still needs it: the connection itself and each of its calls.</summary>
    private sealed class OpenConnection(IGrpcConnection connection)
    {
        private readonly CallHandlers handlers = new(connection.Services);
        private readonly Lock gate = new();
        private int users = 1;

        public GrpcHandler? Find(HttpContext context, string path) => handlers.Find(context, path) is { } handler
            ? (call, cancellation) => RunAsync(handler, call, cancellation)
            : null;

        public void Leave()
        {
            lock (gate)
            {
                if (--users > 0)
                {
                    return;
                }
            }

            _ = connection.DisposeAsync().AsTask();
        }

        private async Task RunAsync(GrpcHandler handler, GrpcCall call, CancellationToken cancellation)
        {
            Enter();
            try
            {
                await handler(call, cancellation);
            }
            finally
            {
                Leave();
            }
        }

        private void Enter()
        {
            lock (gate)
            {
                if (users == 0)
                {
                    throw new RpcException(StatusCode.Unavailable, "The connection is closed.");
                }

                users++;
            }
        }
    }
}
