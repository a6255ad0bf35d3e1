namespace PartnerTrust.Soak;

/// <summary>How much the server may still send, and when it is told of more, by the rules of grpc-go: for a message that is longer than the
/// window at once, else when a quarter of the window has been read.</summary>
internal sealed class ReceiveWindow(int limit)
{
    private readonly Lock gate = new();
    private int limit = limit;
    private int pending;
    private int read;
    private int promised;

    public int Limit
    {
        get
        {
            lock (gate)
            {
                return limit;
            }
        }
    }

    /// <summary>Returns by how much the window grows.</summary>
    public int Raise(int newLimit)
    {
        lock (gate)
        {
            var more = newLimit - limit;
            limit = newLimit;
            return more;
        }
    }

    public void Received(int length)
    {
        lock (gate)
        {
            pending += length;
        }
    }

    /// <summary>Returns what is granted so that a message of this length, the rest of which is on its way, gets through.</summary>
    public int Expect(int length)
    {
        lock (gate)
        {
            var quota = limit - pending - read;
            if (length - pending <= quota)
            {
                return 0;
            }

            promised = length;
            return length;
        }
    }

    /// <summary>Returns what is granted because so much has been taken out.</summary>
    public int Read(int length)
    {
        lock (gate)
        {
            pending -= length;
            var kept = Math.Min(promised, length);
            promised -= kept;
            read += length - kept;
            return read >= limit / 4 ? Grant() : 0;
        }
    }

    /// <summary>Returns all that can be granted now.</summary>
    public int Reset()
    {
        lock (gate)
        {
            return Grant();
        }
    }

    private int Grant()
    {
        var granted = read;
        read = 0;
        return granted;
    }
}
