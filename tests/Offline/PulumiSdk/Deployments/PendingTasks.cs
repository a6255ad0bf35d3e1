namespace Pulumi;

/// <summary>Everything that a program has started and nobody awaits; it ends when the last of it does, or the first fails.</summary>
internal sealed class PendingTasks
{
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];
    private readonly List<Exception> failures = [];
    private TaskCompletionSource changed = NewSignal();

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (gate)
        {
            if (!running.Add(task))
            {
                return;
            }
        }

        _ = task.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        while (true)
        {
            Task signal;
            lock (gate)
            {
                if (failures.Count > 0 || running.Count == 0)
                {
                    return [.. failures.Distinct()];
                }

                signal = changed.Task;
            }

            await signal;
        }
    }

    private void Finish(Task task)
    {
        lock (gate)
        {
            running.Remove(task);
            if (task.Exception is { } exception)
            {
                failures.AddRange(exception.InnerExceptions);
            }
            else if (task.IsCanceled)
            {
                failures.Add(new TaskCanceledException(task));
            }

            if (running.Count > 0 && failures.Count == 0)
            {
                return;
            }

            changed.TrySetResult();
            changed = NewSignal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
