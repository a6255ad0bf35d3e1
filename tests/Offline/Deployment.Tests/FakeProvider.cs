using System.Collections.Concurrent;
using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>A provider of <c>fake:index:Thing</c>: <c>value</c> changes in place, <c>force</c> replaces, <c>id</c> names the object.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private const string Schema = """
        {
          "name": "fake",
          "provider": { "properties": { "region": { "type": "string" } } },
          "resources": {
            "fake:index:Thing": { "properties": { "value": { "$ref": "pulumi.json#/Any" }, "force": { "type": "string" }, "serial": { "type": "string" } } },
            "fake:index:Pair": { "isComponent": true, "properties": { "childUrn": { "type": "string" } } }
          },
          "functions": { "fake:index:echo": { "outputs": { "properties": { "text": { "type": "string" }, "absent": { "type": "string" } } } } }
        }
        """;

    private readonly ConcurrentQueue<string> calls = new();
    private GrpcServer? server;
    private int made;

    public int Port => server!.Port;

    /// <summary>What exists, by id.</summary>
    public ConcurrentDictionary<string, PropertyMap> Objects { get; } = new();

    public IReadOnlyList<string> Calls => [.. calls];

    public bool DeletesFirst { get; set; }

    public bool AsksForRefresh { get; set; }

    /// <summary>Names of resources whose creation leaves them half made.</summary>
    public ImmutableHashSet<string> HalfMade { get; set; } = [];

    public ImmutableHashSet<string> Refused { get; set; } = [];

    public Func<Task> BeforeCreate { get; set; } = () => Task.CompletedTask;

    public PropertyMap? Configuration { get; private set; }

    public static async Task<FakeProvider> StartAsync()
    {
        var provider = new FakeProvider();
        provider.server = await GrpcServer.StartAsync(new GrpcServerOptions(), [provider.Describe()], CancellationToken.None);
        return provider;
    }

    public IReadOnlyList<string> TakeCalls()
    {
        var taken = Calls;
        calls.Clear();
        return [.. taken.Where(call => !call.StartsWith('*'))];
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private GrpcService Describe() => new GrpcService("pulumirpc.ResourceProvider")
        .Unary("Handshake", ProviderHandshakeRequest.Parser, (_, _) => Task.FromResult(new ProviderHandshakeResponse
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
        }))
        .Unary("Attach", PluginAttach.Parser, (_, _) => Task.FromResult(new Empty()))
        .Unary("GetPluginInfo", Empty.Parser, (_, _) => Task.FromResult(new PluginInfo { Version = "1.0.0" }))
        .Unary("GetSchema", GetSchemaRequest.Parser, (_, _) => Task.FromResult(new GetSchemaResponse { Schema = Schema }))
        .Unary("CheckConfig", CheckRequest.Parser, (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News }))
        .Unary("DiffConfig", DiffRequest.Parser, (_, _) => Task.FromResult(new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone }))
        .Unary("Configure", ConfigureRequest.Parser, (request, _) =>
        {
            Configuration = PropertyCodec.Decode(request.Args);
            return Task.FromResult(new ConfigureResponse());
        })
        .Unary("Check", CheckRequest.Parser, (request, _) => Task.FromResult(Check(request)))
        .Unary("Diff", DiffRequest.Parser, (request, _) => Task.FromResult(Diff(request)))
        .Unary("Create", CreateRequest.Parser, (request, _) => CreateAsync(request))
        .Unary("Read", ReadRequest.Parser, (request, _) => Task.FromResult(Read(request)))
        .Unary("Update", UpdateRequest.Parser, (request, _) => Task.FromResult(Update(request)))
        .Unary("Delete", DeleteRequest.Parser, (request, _) => Task.FromResult(Delete(request)))
        .Unary("Invoke", InvokeRequest.Parser, (request, _) => Task.FromResult(new InvokeResponse { Return = request.Args }))
        .Unary("Construct", ConstructRequest.Parser, (request, cancellation) => FakeComponent.ConstructAsync(request, cancellation))
        .Unary("Cancel", Empty.Parser, (_, _) => Task.FromResult(new Empty()));

    private CheckResponse Check(CheckRequest request)
    {
        calls.Enqueue($"Check({request.Name}{(request.Olds.Fields.Count == 0 ? "" : ", olds")})");
        var response = new CheckResponse { Inputs = request.News };
        if (request.News.Fields.ContainsKey("wrong"))
        {
            response.Failures.Add(new CheckFailure { Property = "wrong", Reason = "it is wrong" });
        }

        return response;
    }

    private DiffResponse Diff(DiffRequest request)
    {
        calls.Enqueue($"Diff({request.Name})");
        var olds = PropertyCodec.Decode(request.OldInputs);
        var news = PropertyCodec.Decode(request.News);
        var response =
            new DiffResponse { Changes = DiffResponse.Types.DiffChanges.DiffNone, HasDetailedDiff = true, DeleteBeforeReplace = DeletesFirst };
        foreach (var key in olds.Keys.Union(news.Keys).Where(key => !Equals(olds.GetValueOrDefault(key), news.GetValueOrDefault(key))))
        {
            response.Changes = DiffResponse.Types.DiffChanges.DiffSome;
            response.Diffs.Add(key);
            if (key == "force")
            {
                response.Replaces.Add(key);
            }

            response.DetailedDiff[key] = new PropertyDiff
            {
                Kind = key == "force" ? PropertyDiff.Types.Kind.UpdateReplace : PropertyDiff.Types.Kind.Update,
                InputDiff = true,
            };
        }

        return response;
    }

    private async Task<CreateResponse> CreateAsync(CreateRequest request)
    {
        calls.Enqueue(request.Preview ? $"Create({request.Name}, preview)" : $"Create({request.Name})");
        var properties = PropertyCodec.Decode(request.Properties);
        if (request.Preview)
        {
            return new CreateResponse { Properties = PropertyCodec.Encode(properties) };
        }

        await BeforeCreate();
        if (Refused.Contains(request.Name))
        {
            throw RpcFailure.Of(StatusCode.Unknown, $"{request.Name} is not wanted");
        }

        var id = $"{request.Name}-{Interlocked.Increment(ref made)}";
        Objects[id] = properties.Set("serial", id);
        if (HalfMade.Contains(request.Name))
        {
            var partial = new ErrorResourceInitFailed
            {
                Id = id,
                Properties = PropertyCodec.Encode(Objects[id]),
                Inputs = request.Properties,
                Reasons = { "half made" },
            };
            throw RpcFailure.Of(StatusCode.Unknown, "half made", partial);
        }

        return new CreateResponse { Id = id, Properties = PropertyCodec.Encode(Objects[id]), RefreshBeforeUpdate = AsksForRefresh };
    }

    private ReadResponse Read(ReadRequest request)
    {
        calls.Enqueue($"Read({request.Name})");
        if (!Objects.TryGetValue(request.Id, out var found))
        {
            return new ReadResponse();
        }

        return new ReadResponse
        {
            Id = request.Id,
            Properties = PropertyCodec.Encode(found),
            Inputs = PropertyCodec.Encode(found.Remove("serial").Remove("drift")),
            RefreshBeforeUpdate = AsksForRefresh,
        };
    }

    private UpdateResponse Update(UpdateRequest request)
    {
        calls.Enqueue(request.Preview ? $"Update({request.Name}, preview)" : $"Update({request.Name})");
        var properties = PropertyCodec.Decode(request.News).Set("serial", request.Id);
        if (!request.Preview)
        {
            Objects[request.Id] = properties;
        }

        return new UpdateResponse { Properties = PropertyCodec.Encode(properties), RefreshBeforeUpdate = AsksForRefresh };
    }

    private Empty Delete(DeleteRequest request)
    {
        calls.Enqueue($"Delete({request.Name})");
        Objects.TryRemove(request.Id, out _);
        return new Empty();
    }
}
