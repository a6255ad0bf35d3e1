using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Hands what a program does to mocks, and keeps the resources for the test to look at.</summary>
internal sealed class MockMonitor(IMocks mocks, DeploymentSettings settings) : IMonitor
{
    private readonly ConcurrentQueue<Resource> resources = new();

    public IReadOnlyCollection<Resource> Resources => resources;

    public Task<bool> SupportsFeatureAsync(string id) => Task.FromResult(true);

    public async Task<RegisterResourceResponse> RegisterResourceAsync(Resource resource, RegisterResourceRequest request)
    {
        resources.Enqueue(resource);
        var urn = UrnOf(request.Parent, request.Type, request.Name);
        if (request.Type == Stack.TypeToken)
        {
            return new RegisterResourceResponse { Urn = urn };
        }

        var (id, state) = await AnswerAsync(request.Type, request.Name, request.Object, request.Provider, request.ImportId);
        return new RegisterResourceResponse { Urn = urn, Id = id ?? request.ImportId, Object = PropertyCodec.Encode(state) };
    }

    public async Task<ReadResourceResponse> ReadResourceAsync(Resource resource, ReadResourceRequest request)
    {
        resources.Enqueue(resource);
        var (_, state) = await AnswerAsync(request.Type, request.Name, request.Properties, request.Provider, request.Id);
        return new ReadResourceResponse
        {
            Urn = UrnOf(request.Parent, request.Type, request.Name),
            Properties = PropertyCodec.Encode(state),
        };
    }

    public async Task<ResourceInvokeResponse> InvokeAsync(ResourceInvokeRequest request) => new()
    {
        Return = PropertyCodec.Encode(await CallMocksAsync(request.Tok, request.Args, request.Provider)),
    };

    public async Task<CallResponse> CallAsync(ResourceCallRequest request) => new()
    {
        Return = PropertyCodec.Encode(await CallMocksAsync(request.Tok, request.Args, request.Provider)),
    };

    public Task RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => Task.CompletedTask;

    public Task SignalAndWaitForShutdownAsync() => Task.CompletedTask;

    private async Task<(string? Id, PropertyMap State)> AnswerAsync(
        string type, string name, Google.Protobuf.WellKnownTypes.Struct? inputs, string provider, string id)
    {
        var (newId, state) = await mocks.NewResourceAsync(new MockResourceArgs
        {
            Type = type,
            Name = name,
            Inputs = Known(inputs),
            Provider = provider,
            Id = id,
        });
        return (newId, await StateAsync(state));
    }

    private async Task<PropertyMap> CallMocksAsync(string token, Google.Protobuf.WellKnownTypes.Struct? args, string provider)
    {
        var result = await mocks.CallAsync(new MockCallArgs { Token = token, Args = Known(args), Provider = provider });
        return await StateAsync(result);
    }

    private static async Task<PropertyMap> StateAsync(object state) =>
        await new Serializer(keepResources: true)
            .SerializeAsync("mock", state is IDictionary<string, object> map ? map.ToImmutableDictionary() : state) as PropertyMap
        ?? throw new InvalidOperationException($"A mock must answer with a dictionary and not with a {state.GetType().FullName}.");

    private static ImmutableDictionary<string, object> Known(Google.Protobuf.WellKnownTypes.Struct? values) => PropertyCodec.Decode(values)
        .Select(entry => (entry.Key, Data: PropertyReader.Read(entry.Value)))
        .Where(entry => entry.Data is { IsKnown: true, Value: not null })
        .ToImmutableDictionary(entry => entry.Key, entry => entry.Data.Value!);

    /// <summary>Unlike an engine's: the stack counts as a parent, and of a line of parents only the eldest is named.</summary>
    private string UrnOf(string parent, string type, string name)
    {
        var qualified = parent.Length > 0 ? $"{parent.Split("::", 4)[2].Split('$')[0]}${type}" : type;
        return $"urn:pulumi:{settings.Stack}::{settings.Project}::{qualified}::{name}";
    }
}
