using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Makes outputs out of values and out of other outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => Output<T>.Of(Task.FromResult(value), secret: false);

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value) => Output<T>.Of(Task.FromResult(value), secret: true);

    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.Of(value, secret: true);

    public static Output<T> CreateSecret<T>(Output<T> value) => value.Map(data => data with { IsSecret = true });

    public static Output<T> Unsecret<T>(Output<T> output) => output.Map(data => data with { IsSecret = false });

    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.DataTask).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => AllOf(inputs.Select(input => input.ToOutput()));

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => AllOf(outputs);

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs) => AllOf(outputs);

    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments();
        return Join(
            arguments.Select(argument => AsOutput(argument)).ToArray(),
            values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values));
    }

    /// <summary>Waits for every part: the whole is known when all are, secret when one is, and depends on what any depends on.</summary>
    internal static Output<T> Join<T>(IOutput[] parts, Func<object?[], T> build) => new(JoinAsync(parts, build));

    private static async Task<OutputData<T>> JoinAsync<T>(IOutput[] parts, Func<object?[], T> build)
    {
        var data = await Task.WhenAll(parts.Select(part => part.GetDataAsync()));
        var known = data.All(part => part.IsKnown);
        return new OutputData<T>(
            [.. data.SelectMany(part => part.Resources)],
            known ? build([.. data.Select(part => part.Value)]) : default!,
            known,
            data.Any(part => part.IsSecret));
    }

    private static Output<ImmutableArray<T>> AllOf<T>(IEnumerable<Output<T>> outputs) =>
        Join<ImmutableArray<T>>([.. outputs], values => [.. values.Select(value => (T)value!)]);

    private static IOutput AsOutput(object? value) => value switch
    {
        IInput input => input.ToOutput(),
        IOutput output => output,
        _ => Create(value),
    };
}
