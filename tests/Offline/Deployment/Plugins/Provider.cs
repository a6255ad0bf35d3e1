using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>A provider: what the engine says to it, in the encodings of pulumi-protocol.md 2.2. One that could not be configured because a preview
/// does not know its settings yet is not asked; the engine answers for it.</summary>
internal sealed class Provider(ProviderConnection connection, bool preview, bool configured)
{
    public ProviderConnection Connection => connection;

    public bool IsConfigured => configured;

    public async Task<CheckAnswer> CheckAsync(string urn, PropertyMap olds, PropertyMap news, ByteString seed, CancellationToken cancellation)
    {
        if (!configured)
        {
            return new CheckAnswer(news, []);
        }

        var answer = await connection.Client.CheckAsync(
            new CheckRequest { Urn = urn, Name = Urns.Name(urn), Type = Urns.Type(urn), Olds = Encode(olds), News = Encode(news), RandomSeed = seed },
            cancellation);
        var inputs = answer.Inputs is null ? PropertyMap.Empty : Decode(answer.Inputs, news, "Check");
        return new CheckAnswer(inputs, answer.Failures);
    }

    public async Task<DiffAnswer> DiffAsync(ResourceState old, PropertyMap news, IEnumerable<string> ignoreChanges, CancellationToken cancellation)
    {
        if (!configured)
        {
            return DiffAnswer.Unknown with { Changes = DiffResponse.Types.DiffChanges.DiffSome };
        }

        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = Urns.Name(old.Urn),
            Type = old.Type,
            Olds = Encode(old.Outputs.WithoutContents()),
            OldInputs = Encode(old.Inputs.WithoutContents()),
            News = Encode(news.WithoutContents()),
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        return DiffReader.Read(await connection.Client.DiffAsync(request, cancellation), old.Inputs, news);
    }

    public async Task<ResourceAnswer> CreateAsync(string urn, PropertyMap inputs, double timeout, CancellationToken cancellation)
    {
        if (!configured)
        {
            return new ResourceAnswer("", PropertyMap.Empty, null, false, []);
        }

        if (preview && !connection.Capabilities.Preview)
        {
            return new ResourceAnswer("", inputs, null, false, []);
        }

        try
        {
            var answer = await connection.Client.CreateAsync(
                new CreateRequest
                {
                    Urn = urn,
                    Name = Urns.Name(urn),
                    Type = Urns.Type(urn),
                    Properties = Encode(inputs),
                    Timeout = timeout,
                    Preview = preview,
                },
                cancellation);
            if (!preview && answer.Id.Length == 0)
            {
                throw new DeploymentException("plugin returned empty resource.ID from create");
            }

            return new ResourceAnswer(preview ? "" : answer.Id, Decode(answer.Properties, inputs, "Create"), null, answer.RefreshBeforeUpdate, []);
        }
        catch (RpcException problem) when (problem.Detail<ErrorResourceInitFailed>() is { } partial)
        {
            return Partial(partial, inputs);
        }
    }

    public async Task<ResourceAnswer> UpdateAsync(
        ResourceState old, PropertyMap news, double timeout, IEnumerable<string> ignoreChanges, CancellationToken cancellation)
    {
        if (!configured)
        {
            return new ResourceAnswer(old.Id, PropertyMap.Empty, null, old.RefreshBeforeUpdate, []);
        }

        if (preview && !connection.Capabilities.Preview)
        {
            return new ResourceAnswer(old.Id, news, null, old.RefreshBeforeUpdate, []);
        }

        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = Urns.Name(old.Urn),
            Type = old.Type,
            Olds = Encode(old.Outputs.WithoutContents()),
            OldInputs = Encode(old.Inputs.WithoutContents()),
            News = Encode(news),
            Timeout = timeout,
            Preview = preview,
        };
        request.IgnoreChanges.AddRange(ignoreChanges);
        try
        {
            var answer = await connection.Client.UpdateAsync(request, cancellation);
            return new ResourceAnswer(old.Id, Decode(answer.Properties, news, "Update"), null, answer.RefreshBeforeUpdate, []);
        }
        catch (RpcException problem) when (problem.Detail<ErrorResourceInitFailed>() is { } partial)
        {
            return Partial(partial, news);
        }
    }

    /// <summary>Reads by id, and with what is known of the resource unless this is an import.</summary>
    public async Task<ResourceAnswer> ReadAsync(
        string urn, string id, PropertyMap? inputs, PropertyMap? outputs, double timeout, CancellationToken cancellation)
    {
        var request = new ReadRequest { Id = id, Urn = urn, Name = Urns.Name(urn), Type = Urns.Type(urn), Timeout = timeout };
        if (inputs is not null)
        {
            request.Inputs = Encode(inputs.WithoutContents());
        }

        if (outputs is not null)
        {
            request.Properties = Encode(outputs.WithoutContents());
        }

        try
        {
            var answer = await connection.Client.ReadAsync(request, cancellation);
            if (answer.Id.Length == 0 || answer.Properties is null)
            {
                return new ResourceAnswer("", PropertyMap.Empty, null, false, []) { IsGone = true };
            }

            return new ResourceAnswer(
                answer.Id,
                Decode(answer.Properties, outputs ?? PropertyMap.Empty, "Read"),
                answer.Inputs is null ? null : Decode(answer.Inputs, inputs ?? PropertyMap.Empty, "Read"),
                answer.RefreshBeforeUpdate,
                []);
        }
        catch (RpcException problem) when (problem.Detail<ErrorResourceInitFailed>() is { } partial)
        {
            return Partial(partial, inputs ?? PropertyMap.Empty);
        }
    }

    public Task DeleteAsync(ResourceState old, CancellationToken cancellation) => connection.Client.DeleteAsync(
        new DeleteRequest
        {
            Id = old.Id,
            Urn = old.Urn,
            Name = Urns.Name(old.Urn),
            Type = old.Type,
            Properties = Encode(old.Outputs.WithoutContents()),
            OldInputs = Encode(old.Inputs.WithoutContents()),
            Timeout = old.Timeouts.Delete,
        },
        cancellation);

    public async Task<(PropertyMap Result, IReadOnlyList<CheckFailure> Failures)> InvokeAsync(
        string token, PropertyMap arguments, CancellationToken cancellation)
    {
        var answer = await connection.Client.InvokeAsync(
            new InvokeRequest { Tok = token, Args = Encode(arguments), Preview = preview }, cancellation);
        var result = answer.Return is null ? PropertyMap.Empty : PropertyCodec.Decode(answer.Return);
        if (!connection.Capabilities.Secrets && arguments.HasSecret())
        {
            result = result.MarkSecret([.. result.Keys]);
        }

        return (result, answer.Failures);
    }

    public Struct Encode(PropertyMap map)
    {
        map = map.WithoutOutputs();
        if (!connection.Capabilities.Secrets)
        {
            map = map.WithoutSecretMarks();
        }

        return PropertyCodec.Encode(connection.Capabilities.References ? map : map.WithoutReferences());
    }

    /// <summary>Component providers may be given outputs as they are.</summary>
    public Struct EncodeForConstruct(PropertyMap map) =>
        connection.Capabilities is { Outputs: true, Secrets: true, References: true } ? PropertyCodec.Encode(map) : Encode(map);

    private PropertyMap Decode(Struct? answer, PropertyMap request, string method)
    {
        var map = PropertyCodec.Decode(answer);
        if (map.HasUnknown() && (!preview || method == "Read"))
        {
            throw new DeploymentException($"the provider returned an unknown value from {method}");
        }

        return connection.Capabilities.Secrets ? map : map.WithSecretsOf(request);
    }

    private static ResourceAnswer Partial(ErrorResourceInitFailed partial, PropertyMap inputs) => new(
        partial.Id,
        PropertyCodec.Decode(partial.Properties),
        partial.Inputs is null ? inputs : PropertyCodec.Decode(partial.Inputs),
        partial.RefreshBeforeUpdate,
        partial.Reasons.Count > 0 ? [.. partial.Reasons] : ["the provider gave no reason"]);
}
