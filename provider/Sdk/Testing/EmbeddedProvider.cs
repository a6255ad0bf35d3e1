using System.Collections.Immutable;
using Google.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.PartnerTrust.Testing;

/// <summary>The plugin's own service inside the test process, asked over its own wire: nothing of it is imitated.</summary>
internal sealed class EmbeddedProvider : IAsyncDisposable
{
    private readonly ProviderService service;
    private readonly GrpcServer server;
    private readonly GrpcChannel channel;
    private readonly DirectoryInfo directory;
    private readonly ResourceProviderClient client;

    private EmbeddedProvider(ProviderService service, GrpcServer server, DirectoryInfo directory)
    {
        (this.service, this.server, this.directory) = (service, server, directory);
        channel = new GrpcChannel($"127.0.0.1:{server.Port}");
        client = new ResourceProviderClient(channel);
    }

    public static async Task<EmbeddedProvider> StartAsync(EmbeddedInstallation installation, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("partnertrust-test-");
        var environment = new SessionEnvironment(
            PackageSchema.BuiltIn, TimeProvider.System, NullLoggerFactory.Instance, _ => null, directory.FullName);
        var service = new ProviderService(environment, EngineOpening.OpenAsync, () => { });
        var provider = new EmbeddedProvider(service, await service.StartAsync(port: 0, cancellationToken), directory);
        try
        {
            await provider.ConfigureAsync(installation, cancellationToken);
            return provider;
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    public Task<(string? Id, object State)> RegisterAsync(ResourceCall call, CancellationToken cancellationToken) => call.Type switch
    {
        "pulumi:providers:partnertrust" => Task.FromResult<(string?, object)>(("provider", PlainValues.FromProperties(call.Inputs))),
        "partnertrust:index:TwoWayTrust" => ConstructAsync(call, cancellationToken),
        _ when call.Id is not null => ReadAsync(call, call.Id, cancellationToken),
        _ => AnswerAsync(call, cancellationToken),
    };

    public async Task<object> InvokeAsync(string token, PropertyMap args, CancellationToken cancellationToken)
    {
        var response = await client.InvokeAsync(new InvokeRequest { Tok = token, Args = PropertyCodec.Encode(args) }, cancellationToken);
        RequireNoFailures(token, response.Failures);
        return PlainValues.FromProperties(PropertyCodec.Decode(response.Return));
    }

    /// <summary>Checked and created, or in a preview foreseen.</summary>
    public async Task<CreateResponse> CreateAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var check = await client.CheckAsync(
            new CheckRequest
            {
                Urn = call.Urn,
                Type = call.Type,
                Name = call.Name,
                News = PropertyCodec.Encode(call.Inputs),
                RandomSeed = ByteString.CopyFromUtf8(call.Urn),
            },
            cancellationToken);
        RequireNoFailures(call.Name, check.Failures);
        return await client.CreateAsync(
            new CreateRequest { Urn = call.Urn, Type = call.Type, Name = call.Name, Properties = check.Inputs, Preview = call.IsPreview },
            cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await server.DisposeAsync();
        await service.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private async Task ConfigureAsync(EmbeddedInstallation installation, CancellationToken cancellationToken)
    {
        var settings = PropertyCodec.Encode(PlainValues.ToProperties(ImmutableDictionary<string, object>.Empty
            .Add("servers", installation.Servers)
            .Add("mailboxes", installation.Mailboxes)
            .Add("dataDirectory", directory.FullName)));
        var check = await client.CheckConfigAsync(new CheckRequest { News = settings }, cancellationToken);
        RequireNoFailures("the installation", check.Failures);
        await client.ConfigureAsync(
            new ConfigureRequest { Args = check.Inputs, AcceptSecrets = true, AcceptResources = true, SendsOldInputs = true }, cancellationToken);
    }

    private async Task<(string? Id, object State)> AnswerAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        var created = await CreateAsync(call, cancellationToken);
        return (created.Id, PlainValues.FromProperties(PropertyCodec.Decode(created.Properties)));
    }

    private async Task<(string? Id, object State)> ReadAsync(ResourceCall call, string id, CancellationToken cancellationToken)
    {
        var response = await client.ReadAsync(
            new ReadRequest { Urn = call.Urn, Type = call.Type, Name = call.Name, Id = id, Properties = PropertyCodec.Encode(call.Inputs) },
            cancellationToken);
        return response.Id.Length > 0
            ? (response.Id, PlainValues.FromProperties(PropertyCodec.Decode(response.Properties)))
            : throw new RunException($"{call.Name}: there is no {call.Type} '{id}'.");
    }

    private async Task<(string? Id, object State)> ConstructAsync(ResourceCall call, CancellationToken cancellationToken)
    {
        await using var monitor = await ChildMonitor.StartAsync(this, call.IsPreview, cancellationToken);
        var response = await client.ConstructAsync(
            new ConstructRequest
            {
                Project = Deployment.Instance.ProjectName,
                Stack = Deployment.Instance.StackName,
                Type = call.Type,
                Name = call.Name,
                DryRun = call.IsPreview,
                MonitorEndpoint = monitor.Address,
                Inputs = PropertyCodec.Encode(call.Inputs),
            },
            cancellationToken);
        return (null, PlainValues.FromProperties(PropertyCodec.Decode(response.State)));
    }

    private static void RequireNoFailures(string subject, IEnumerable<CheckFailure> failures)
    {
        var reasons = failures.Select(failure => $"{failure.Property}: {failure.Reason}").ToList();
        if (reasons.Count > 0)
        {
            throw new RunException($"{subject}: {string.Join("; ", reasons)}");
        }
    }
}
