using Grpc.Core;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>A plugin that has shaken hands: its process, unless it was attached, and the channel to it.</summary>
internal sealed class ProviderConnection : IAsyncDisposable
{
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(5);

    private readonly PluginProcess? process;
    private readonly GrpcChannel channel;
    private bool cancelled;

    private ProviderConnection(string package, PluginProcess? process, GrpcChannel channel)
    {
        Package = package;
        this.process = process;
        this.channel = channel;
        Client = new ResourceProviderClient(channel);
    }

    public string Package { get; }

    public ResourceProviderClient Client { get; }

    public ProviderCapabilities Capabilities { get; private set; } = new(false, false, false, false);

    public string Version { get; private set; } = "";

    public bool HasExited => process is { HasExited: true };

    /// <summary>It went before it was told to.</summary>
    public bool ExitedEarly { get; private set; }

    public string Output => process?.Output ?? "";

    public int? ProcessId => process?.Id;

    public static async Task<ProviderConnection> OpenAsync(
        string package, PluginProcess? process, int port, string engineAddress, string? root, CancellationToken cancellation)
    {
        var connection = new ProviderConnection(package, process, new GrpcChannel($"127.0.0.1:{port}"));
        try
        {
            await connection.ShakeHandsAsync(engineAddress, root, cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Once is enough: a plugin need not be told twice.</summary>
    public async Task CancelAsync()
    {
        if (cancelled)
        {
            return;
        }

        cancelled = true;
        try
        {
            using var limit = new CancellationTokenSource(CancelLimit);
            await Client.CancelAsync(limit.Token);
        }
        catch (RpcException problem)
        {
            // A plugin that does not implement Cancel is signalled next anyway.
            ExitedEarly = process is not null && problem.StatusCode == StatusCode.Unavailable;
        }
        catch (OperationCanceledException)
        {
            // So is one that does not answer.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CancelAsync();
        channel.Dispose();
        if (process is not null)
        {
            await process.DisposeAsync();
        }
    }

    private async Task ShakeHandsAsync(string engineAddress, string? root, CancellationToken cancellation)
    {
        var request = new ProviderHandshakeRequest
        {
            EngineAddress = engineAddress,
            ConfigureWithUrn = true,
            SupportsRefreshBeforeUpdate = true,
            InvokeWithPreview = true,
        };
        if (root is not null)
        {
            request.RootDirectory = root;
            request.ProgramDirectory = root;
        }

        try
        {
            var answer = await Client.HandshakeAsync(request, cancellation);
            Capabilities = new ProviderCapabilities(answer.AcceptSecrets, answer.AcceptResources, answer.AcceptOutputs, Preview: true);
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.Unimplemented)
        {
            // Older providers negotiate in the answer to Configure.
        }

        if (root is null)
        {
            await Client.AttachAsync(new PluginAttach { Address = engineAddress }, cancellation);
        }

        Version = (await Client.GetPluginInfoAsync(cancellation)).Version;
    }

    public void Negotiate(ConfigureResponse answer)
    {
        if (Capabilities.Preview)
        {
            return;
        }

        Capabilities = new ProviderCapabilities(answer.AcceptSecrets, answer.AcceptResources, answer.AcceptOutputs, answer.SupportsPreview);
    }
}
