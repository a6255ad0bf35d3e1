using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The methods that each connection has for itself.</summary>
internal sealed class ConnectionMethods(Func<IGrpcConnection> open, CallBoundary boundary)
{
    private static readonly object Key = new();

    public RequestDelegate? Find(HttpContext context, string path) => Of(context).Find(path);

    private OpenConnection Of(HttpContext context)
    {
        var items = context.Features.GetRequiredFeature<IConnectionItemsFeature>().Items;
        lock (items)
        {
            if (items.TryGetValue(Key, out var known) && known is OpenConnection connection)
            {
                return connection;
            }

            var opened = new OpenConnection(open(), boundary);
            items[Key] = opened;
            context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed.Register(opened.Leave);
            return opened;
        }
    }

    /// <summary>Counts who still needs it: the connection itself and each of its calls.</summary>
    private sealed class OpenConnection(IGrpcConnection connection, CallBoundary boundary)
    {
        private readonly MethodTable methods = new(connection.Services, boundary);
        private readonly Lock gate = new();
        private int users = 1;

        public RequestDelegate? Find(string path) => methods.Find(path) is { } method ? context => RunAsync(method, context) : null;

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

        private async Task RunAsync(RequestDelegate method, HttpContext context)
        {
            if (!Enter())
            {
                // The connection is closed: there is nobody to tell.
                return;
            }

            try
            {
                await method(context);
            }
            finally
            {
                Leave();
            }
        }

        private bool Enter()
        {
            lock (gate)
            {
                return users > 0 && ++users > 0;
            }
        }
    }
}
