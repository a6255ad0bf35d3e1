using System.Net.Sockets;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>What an address says of the engine that should be there.</summary>
internal enum EngineSign
{
    /// <summary>Something accepts connections.</summary>
    Answers,

    /// <summary>Nothing does, which the machine itself says: the engine listens as long as it lives.</summary>
    Refuses,

    /// <summary>It cannot be told.</summary>
    Unclear,
}

/// <summary>Asks whether the engine still listens. A connection is opened and closed, and nothing is said on it.</summary>
internal sealed class EngineProbe(EngineAddress address, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<EngineSign> LookAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host.Trim('[', ']'), address.Port, stop.Token);
            return EngineSign.Answers;
        }
        catch (SocketException failure)
        {
            return failure.SocketErrorCode == SocketError.ConnectionRefused ? EngineSign.Refuses : EngineSign.Unclear;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return EngineSign.Unclear;
        }
    }
}
