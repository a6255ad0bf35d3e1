using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map of inputs by name, itself possibly an output.</summary>
public sealed class InputMap<V> : Input<ImmutableDictionary<string, V>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, V>>>
{
    private Output<ImmutableDictionary<string, Input<V>>> entries;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<V>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<V>>> entries) => this.entries = entries;

    public Input<V> this[string key]
    {
        set => Add(key, value);
    }

    private protected override Output<ImmutableDictionary<string, V>> Current => entries.Apply(map => Output.Join(
        [.. map.Values.Select(value => (IOutput)value.ToOutput())],
        values => map.Keys.Zip(values).ToImmutableDictionary(pair => pair.First, pair => (V)pair.Second!)));

    private protected override IOutput Wire => entries;

    public static InputMap<V> Merge(InputMap<V> first, InputMap<V> second)
    {
        var merged = new InputMap<V>(first.entries);
        merged.AddRange(second);
        return merged;
    }

    public void Add(string key, Input<V> value) => entries = entries.Apply(map => map.SetItem(key, value));

    public void Add(InputMap<V> values) => AddRange(values);

    public void AddRange(InputMap<V> values) =>
        entries = Output.Tuple(entries, values.entries).Apply(pair => pair.Item1.SetItems(pair.Item2));

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("The entries of an InputMap are not there yet; enumerate it with await foreach.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, V>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        foreach (var entry in await Current.GetValueAsync(whenUnknown: ImmutableDictionary<string, V>.Empty))
        {
            yield return entry;
        }
    }

    public static implicit operator InputMap<V>(Dictionary<string, V> values) => new(Output.Create(Wrap(values)));

    public static implicit operator InputMap<V>(ImmutableDictionary<string, V> values) => new(Output.Create(Wrap(values)));

    public static implicit operator InputMap<V>(Output<Dictionary<string, V>> values) => new(values.Apply(map => Wrap(map)));

    public static implicit operator InputMap<V>(Output<IDictionary<string, V>> values) => new(values.Apply(map => Wrap(map)));

    public static implicit operator InputMap<V>(Output<ImmutableDictionary<string, V>> values) => new(values.Apply(map => Wrap(map)));

    private static ImmutableDictionary<string, Input<V>> Wrap(IEnumerable<KeyValuePair<string, V>> values) =>
        values.ToImmutableDictionary(entry => entry.Key, entry => (Input<V>)entry.Value);
}
