using Grpc.Core;
using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Tracing;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Session;

/// <summary>The way to the engine that started this plugin, for what users are to see. Talk that cannot be delivered is lost, never a
/// failure.</summary>
/// <param name="logs">Hears of what was lost.</param>
/// <param name="hide">Takes out of all talk what none of it may show.</param>
public sealed partial class EngineLink(ILoggerFactory logs, Func<string, string> hide) : IDisposable
{
    private readonly ILogger log = logs.CreateLogger<EngineLink>();
    private readonly Lock gate = new();
    private string? address;
    private GrpcChannel? channel;
    private EngineClient? client;

    /// <summary>Where the engine is; null while that is not known.</summary>
    public string? Address
    {
        get
        {
            lock (gate)
            {
                return address;
            }
        }
    }

    /// <summary>From now on the engine is at <paramref name="newAddress"/>.</summary>
    public void Attach(string? newAddress)
    {
        if (string.IsNullOrEmpty(newAddress))
        {
            return;
        }

        lock (gate)
        {
            if (newAddress != address)
            {
                channel?.Dispose();
                (address, channel, client) = (newAddress, null, null);
            }
        }
    }

    public Task InformAsync(string urn, string message, CancellationToken cancellationToken) =>
        SendAsync(LogSeverity.Info, urn, message, isEphemeral: false, cancellationToken);

    public Task WarnAsync(string urn, string message, CancellationToken cancellationToken)
    {
        FaultSpan.Warn(hide(message));
        return SendAsync(LogSeverity.Warning, urn, message, isEphemeral: false, cancellationToken);
    }

    /// <summary>Text on the resource's status line, gone with the next one.</summary>
    public Task ShowAsync(string urn, string message, CancellationToken cancellationToken) =>
        SendAsync(LogSeverity.Info, urn, message, isEphemeral: true, cancellationToken);

    public void Dispose() => channel?.Dispose();

    private async Task SendAsync(LogSeverity severity, string urn, string message, bool isEphemeral, CancellationToken cancellationToken)
    {
        if (Client() is not { } engine)
        {
            return;
        }

        try
        {
            var request = new LogRequest { Severity = severity, Urn = urn, Message = hide(message), Ephemeral = isEphemeral };
            await engine.LogAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is RpcException or OperationCanceledException or ObjectDisposedException)
        {
            LogLost(log, failure);
        }
    }

    private EngineClient? Client()
    {
        lock (gate)
        {
            if (client is null && address is not null)
            {
                channel = new GrpcChannel(address);
                client = new EngineClient(channel);
            }

            return client;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "A message to the engine was lost")]
    private static partial void LogLost(ILogger logger, Exception failure);
}
