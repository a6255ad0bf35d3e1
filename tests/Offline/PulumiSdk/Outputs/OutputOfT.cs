namespace Pulumi;

/// <summary>A value that exists later, with the resources that it depends on.</summary>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> dataTask)
    {
        DataTask = dataTask;
        ProgramRun.Current?.Tasks.Add(dataTask);
    }

    internal Task<OutputData<T>> DataTask { get; }

    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Of(value, secret: false);
    }

    public Output<ValueTuple> Apply(Func<T, Task> func) => Bind<ValueTuple>(async value =>
    {
        await func(value);
        return OutputData<ValueTuple>.Known(default);
    });

    public Output<U> Apply<U>(Func<T, U> func) => Bind(value => Task.FromResult(OutputData<U>.Known(func(value))));

    public Output<U> Apply<U>(Func<T, Task<U>> func) =>
        Bind(async value => OutputData<U>.Known(await func(value)));

    public Output<U> Apply<U>(Func<T, Input<U>?> func) => Bind(value => func(value).ToOutput().DataTask);

    public Output<U> Apply<U>(Func<T, Output<U>?> func) =>
        Bind(value => func(value)?.DataTask ?? Task.FromResult(OutputData<U>.Known(default!)));

    public override string ToString() =>
        $"An Output<{typeof(T).Name}> has no value before it is resolved. Use output.Apply(value => …) or Output.Format($\"…{{output}}…\").";

    internal static Output<T> Of(Task<T> value, bool secret) => new(ReadAsync(value, secret));

    /// <summary>Resolved data with other provenance or secretness.</summary>
    internal Output<T> Map(Func<OutputData<T>, OutputData<T>> change) => new(MapAsync(DataTask, change));

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await DataTask;
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync()
    {
        var data = await DataTask;
        return data.With<object?>(data.Value);
    }

    private static async Task<OutputData<T>> ReadAsync(Task<T> value, bool secret) =>
        new([], await value, true, secret);

    private static async Task<OutputData<T>> MapAsync(Task<OutputData<T>> data, Func<OutputData<T>, OutputData<T>> change) =>
        change(await data);

    private Output<U> Bind<U>(Func<T, Task<OutputData<U>>> next) => new(BindAsync(DataTask, next));

    /// <summary>An unknown value is never shown to the function; what it would have made is unknown as well.</summary>
    private static async Task<OutputData<U>> BindAsync<U>(Task<OutputData<T>> first, Func<T, Task<OutputData<U>>> next)
    {
        var outer = await first;
        if (!outer.IsKnown)
        {
            return outer.With<U>(default!);
        }

        var inner = await next(outer.Value);
        return inner with { Resources = outer.Resources.Union(inner.Resources), IsSecret = outer.IsSecret || inner.IsSecret };
    }
}
