using System.Collections.Immutable;
using Grpc.Core;
using PartnerTrust.Plugin.Components;
using PartnerTrust.Plugin.Components.Building;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Constructs components: registers the component, lets it build its children, and answers only when all of them are there.</summary>
internal sealed class ConstructRpc(ProviderSession session, ComponentRegistry registry)
{
    public async Task<ConstructResponse> ConstructAsync(ConstructRequest request, CancellationToken cancellationToken)
    {
        var (component, schema) = registry.Find(request.Type);
        var given = PropertyCodec.Decode(request.Inputs).Sealed(schema.Inputs);
        var secrets = session.Secrets.In(given);
        RequireValid(given, schema, secrets);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Cancelled);
        try
        {
            return await BuildAsync(component, schema, request, given, stop.Token);
        }
        catch (RpcException refusal) when (!HasStopped(refusal))
        {
            // The monitor's status is about its own service; as ours, "unavailable" would mean that this plugin died.
            throw RpcFailure.Of(StatusCode.Unknown, secrets.Hide(refusal.Message));
        }
        catch (Exception stopped) when (stopped is RpcException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw RpcFailure.Of(StatusCode.Cancelled, FaultCatalogue.ComponentUnfinished().ToString());
        }
    }

    /// <summary>Whether the deployment ended, mostly because a child failed. The engine has told why, and what it kept.</summary>
    private static bool HasStopped(RpcException refusal) => refusal.StatusCode switch
    {
        StatusCode.Cancelled => true,
        StatusCode.Unavailable => refusal.Message.StartsWith("resource monitor shut down", StringComparison.Ordinal),
        StatusCode.Internal => refusal.Message == "resource registration failed",
        _ => false,
    };

    private async Task<ConstructResponse> BuildAsync(
        IComponent component, ResourceSchema schema, ConstructRequest request, PropertyMap given, CancellationToken cancellationToken)
    {
        using var channel = ChannelTo(request.MonitorEndpoint);
        var monitor = new ResourceMonitorClient(channel);
        var registered = await monitor.RegisterResourceAsync(ComponentRegistration.Of(request, given), cancellationToken);
        var build = new ComponentBuild(request, registered.Urn, WithDependencies(given, request), session, monitor, cancellationToken);
        var outputs = (await component.BuildAsync(build)).Sealed(schema.Outputs);
        var secrets = SecretTexts.In(given);
        var state = PropertyMap.Of(outputs.AsEnumerable().Where(output => request.DryRun || !output.Value.ContainsUnknown()))
            .MapValues(output => Whole(output, secrets));
        await monitor.RegisterResourceOutputsAsync(
            new RegisterResourceOutputsRequest { Urn = registered.Urn, Outputs = PropertyCodec.Encode(state.MapValues(ComponentBuild.Plain)) },
            cancellationToken);
        return Response(registered.Urn, state, request.AcceptsOutputValues);
    }

    private static GrpcChannel ChannelTo(string monitor) =>
        Uri.TryCreate($"http://{monitor}/", UriKind.Absolute, out var address) && address is { Host.Length: > 0, AbsolutePath: "/" }
            ? new GrpcChannel(monitor)
            : throw new FaultException(FaultCatalogue.ValueUnreadable("monitorEndpoint", "it is not an address."));

    private static ConstructResponse Response(string urn, PropertyMap state, bool acceptsOutputs)
    {
        var response = new ConstructResponse
        {
            Urn = urn,
            State = PropertyCodec.Encode(acceptsOutputs ? state : state.MapValues(ComponentBuild.Plain)),
        };
        foreach (var (name, value) in state)
        {
            var dependencies = new ConstructResponse.Types.PropertyDependencies();
            dependencies.Urns.AddRange(ComponentBuild.Dependencies(value).Distinct(StringComparer.Ordinal));
            response.StateDependencies[name] = dependencies;
        }

        return response;
    }

    /// <summary>An output in which a secret shows, however deep, is secret itself: not every language keeps the secretness of a part.</summary>
    private static PropertyValue Whole(PropertyValue output, SecretTexts secrets) => output.ContainsSecret() || secrets.ShowIn(output)
        ? new OutputValue(
            output.ContainsUnknown() ? null : output.Plain(), true, [.. ComponentBuild.Dependencies(output).Distinct(StringComparer.Ordinal)])
        : output;

    private void RequireValid(PropertyMap given, ResourceSchema schema, SecretTexts secrets)
    {
        var faults = new List<Fault>();
        new ValueChecker(ValueFormats.Native, session.Environment.Variable, faults).CheckObject(given, schema.Inputs, PropertyPath.Root);
        if (faults.Count > 0)
        {
            throw ComponentRefusal.Of(faults, given, secrets);
        }
    }

    /// <summary>Inputs that do not carry their dependencies themselves have them in a list beside.</summary>
    private static PropertyMap WithDependencies(PropertyMap inputs, ConstructRequest request) =>
        PropertyMap.Of(inputs.AsEnumerable().Select(input => KeyValuePair.Create(
            input.Key,
            request.InputDependencies.TryGetValue(input.Key, out var listed) && listed.Urns.Count > 0
                && !ComponentBuild.Dependencies(input.Value).Any()
                ? Depending(input.Value, [.. listed.Urns])
                : input.Value)));

    /// <summary>What is inside stays as known and as secret as it came: a part that is not known says nothing about its neighbours.</summary>
    private static OutputValue Depending(PropertyValue value, ImmutableArray<string> urns) => value switch
    {
        UnknownValue => new OutputValue(null, false, urns),
        SecretValue secret => Depending(secret.Value, urns) with { IsSecret = true },
        OutputValue output => output with { Dependencies = urns },
        _ => new OutputValue(value, false, urns),
    };
}
