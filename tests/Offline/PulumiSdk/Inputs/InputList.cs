using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list of inputs, itself possibly an output.</summary>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> items;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> items) => this.items = items;

    private protected override Output<ImmutableArray<T>> Current =>
        items.Apply(list => list.IsDefault ? Output.Create(default(ImmutableArray<T>)) : Output.All(list.AsEnumerable()));

    private protected override IOutput Wire => items;

    public void Add(params Input<T>[] inputs) => AddRange(inputs);

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs) => items = Concat(inputs).items;

    public InputList<T> Concat(InputList<T> other) =>
        new(Output.Tuple(items, other.items).Apply(pair => pair.Item1.AddRange(pair.Item2)));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("The elements of an InputList are not there yet; enumerate it with await foreach.");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var value in await Current.GetValueAsync(whenUnknown: []))
        {
            yield return value;
        }
    }

    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Output<T>[] values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(Input<T>[] values) => Of([.. values]);

    public static implicit operator InputList<T>(List<T> values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(List<Output<T>> values) => Of([.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(List<Input<T>> values) => Of([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(Wrap(values));

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) =>
        Of(values.IsDefault ? default : [.. values.Select(value => (Input<T>)value)]);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values) => new(values.Apply(list => Wrap([.. list])));

    public static implicit operator InputList<T>(Output<List<T>> values) => new(values.Apply(list => Wrap([.. list])));

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => new(values.Apply(list => Wrap([.. list])));

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(Wrap));

    internal InputList<T> Clone() => new(items);

    private static InputList<T> Of(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    private static ImmutableArray<Input<T>> Wrap(ImmutableArray<T> values) =>
        values.IsDefault ? default : [.. values.Select(value => (Input<T>)value)];
}
