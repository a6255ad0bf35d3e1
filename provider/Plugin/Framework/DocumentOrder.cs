namespace PartnerTrust.Plugin.Framework;

/// <summary>In which order a server's settings are written and its document is read, where the program declares none: whoever reads the document
/// waits for settings that are declared already and not written yet.</summary>
internal sealed class DocumentOrder
{
    // Who writes the settings may itself wait for the reader where the engine does one thing at a time. Real time, whatever clock the rules go by.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(3);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (string Server, TaskCompletionSource Written)> awaited = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Server, string Realm)> read = new(StringComparer.Ordinal);

    /// <summary>The program declares a resource that writes a server's settings.</summary>
    public void Declared(string urn, string server)
    {
        lock (gate)
        {
            Settle(urn);
            awaited[urn] = (server, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }
    }

    /// <summary>The resource is written, or there is nothing to write, or that failed.</summary>
    public void Settled(string urn)
    {
        lock (gate)
        {
            Settle(urn);
        }
    }

    /// <summary>Ends once every declared setting of the server is written, or when that takes too long.</summary>
    public async Task WaitAsync(string server, CancellationToken cancellationToken)
    {
        Task[] writes;
        lock (gate)
        {
            writes = [.. awaited.Values.Where(write => write.Server == server).Select(write => write.Written.Task)];
        }

        try
        {
            await Task.WhenAll(writes).WaitAsync(LongestWait, cancellationToken);
        }
        catch (TimeoutException)
        {
            GiveUp(server);
        }
    }

    /// <summary>A resource has read the server's document, and that realm in it.</summary>
    public void Read(string urn, string server, string realm)
    {
        lock (gate)
        {
            read[urn] = (server, realm);
        }
    }

    /// <summary>Who has read another realm than the one that the settings give by now, in order of name.</summary>
    public IReadOnlyList<string> ReadersBefore(string server, string realm)
    {
        lock (gate)
        {
            return
            [
                .. read.Where(reader => reader.Value.Server == server && reader.Value.Realm != realm)
                    .Select(reader => reader.Key)
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            foreach (var urn in awaited.Keys.ToList())
            {
                Settle(urn);
            }

            read.Clear();
        }
    }

    private void GiveUp(string server)
    {
        lock (gate)
        {
            foreach (var urn in awaited.Where(write => write.Value.Server == server).Select(write => write.Key).ToList())
            {
                Settle(urn);
            }
        }
    }

    private void Settle(string urn)
    {
        if (awaited.Remove(urn, out var write))
        {
            write.Written.SetResult();
        }
    }
}
