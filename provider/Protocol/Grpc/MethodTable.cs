using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The methods of services by their paths, each as the delegate that the gRPC library makes of it. The library puts them into the
/// routes of a web application; we take them out, for all that there is to find is a path, and the plugin must answer its first call at
/// once.</summary>
internal sealed class MethodTable
{
    private readonly Dictionary<string, RequestDelegate> methods;

    public MethodTable(IReadOnlyList<GrpcService> services, CallBoundary boundary)
    {
        using var library = OpenLibrary(new MethodProvider(services, boundary));
        var routes = new Routes(library);
        routes.MapGrpcService<object>();
        methods = routes.DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .ToDictionary(route => route.RoutePattern.RawText!, route => route.RequestDelegate!, StringComparer.Ordinal);
    }

    /// <summary>Null when there is no such method.</summary>
    public RequestDelegate? Find(string path) => methods.GetValueOrDefault(path);

    /// <summary>Without what costs time and does nothing here: the search for generated services by reflection, and options that are
    /// put together from parts.</summary>
    private static ServiceProvider OpenLibrary(MethodProvider methods)
    {
        var services = new ServiceCollection();
        services.AddGrpc();
        services.RemoveAll(typeof(IServiceMethodProvider<>));
        services.RemoveAll(typeof(IOptions<>));
        services.AddSingleton<IServiceMethodProvider<object>>(methods);
        services.AddSingleton(Options.Create(new GrpcServiceOptions { IgnoreUnknownServices = true }));
        services.AddSingleton(Options.Create(new GrpcServiceOptions<object>
        {
            // What arrives is bounded by RequestBody.
            MaxReceiveMessageSize = null,
            MaxSendMessageSize = Marshalling.MaxMessageLength,
            SuppressCreatingService = true,
        }));
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        return services.BuildServiceProvider();
    }

    private sealed class MethodProvider(IReadOnlyList<GrpcService> services, CallBoundary boundary) : IServiceMethodProvider<object>
    {
        public void OnServiceMethodDiscovery(ServiceMethodProviderContext<object> context)
        {
            foreach (var service in services)
            {
                service.Bind(context, boundary);
            }
        }
    }

    private sealed class Routes(IServiceProvider library) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => library;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException();
    }
}
