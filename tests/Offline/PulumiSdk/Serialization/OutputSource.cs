namespace Pulumi;

/// <summary>The other end of a resource's output.</summary>
internal interface IOutputSource
{
    Type ValueType { get; }

    object Output { get; }

    void Resolve(OutputData<object?> data);

    void ResolveMissing(bool known);

    void Fail(Exception exception);
}

internal sealed class OutputSource<T> : IOutputSource
{
    private readonly Resource owner;
    private readonly TaskCompletionSource<OutputData<T>> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Output<T> output;

    public OutputSource(Resource owner)
    {
        this.owner = owner;
        output = new Output<T>(completion.Task);
    }

    public Type ValueType => typeof(T);

    public object Output => output;

    public void Resolve(OutputData<object?> data) =>
        completion.TrySetResult(
        data.With(data.IsKnown ? (T)data.Value! : default!) with { Resources = data.Resources.Add(owner) });

    public void ResolveMissing(bool known) => completion.TrySetResult(new OutputData<T>([owner], default!, known, false));

    public void Fail(Exception exception) => completion.TrySetException(exception);
}
