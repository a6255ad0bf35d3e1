namespace PartnerTrust.Protocol.Grpc;

/// <summary>So many bytes for all who ask, first come first served. Who asks for more than is free waits until others give back.</summary>
internal sealed class ByteBudget(long total)
{
    private readonly Lock gate = new();
    private readonly LinkedList<(long Bytes, TaskCompletionSource Turn)> waiting = [];
    private long free = total;

    /// <summary>Takes <paramref name="bytes"/>, which must not be more than the whole budget; they come back when what is returned is disposed of.</summary>
    public async ValueTask<IDisposable> TakeAsync(long bytes, CancellationToken cancellation)
    {
        LinkedListNode<(long Bytes, TaskCompletionSource Turn)> place;
        lock (gate)
        {
            place = waiting.AddLast((bytes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
            Serve();
        }

        await using (cancellation.Register(() => Leave(place, cancellation)))
        {
            await place.Value.Turn.Task;
        }

        return new Share(this, bytes);
    }

    private void Serve()
    {
        while (waiting.First is { } first && first.Value.Bytes <= free)
        {
            free -= first.Value.Bytes;
            waiting.RemoveFirst();
            first.Value.Turn.SetResult();
        }
    }

    private void Leave(LinkedListNode<(long Bytes, TaskCompletionSource Turn)> place, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (place.List is null)
            {
                return;
            }

            waiting.Remove(place);
            place.Value.Turn.SetCanceled(cancellation);
            Serve();
        }
    }

    private void Return(long bytes)
    {
        lock (gate)
        {
            free += bytes;
            Serve();
        }
    }

    private sealed class Share(ByteBudget budget, long bytes) : IDisposable
    {
        private int returned;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref returned, 1) == 0)
            {
                budget.Return(bytes);
            }
        }
    }
}
