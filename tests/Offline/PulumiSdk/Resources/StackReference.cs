using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The outputs of another stack.</summary>
public class StackReference : CustomResource
{
    public StackReference(string name, StackReferenceArgs? args = null, CustomResourceOptions? options = null)
        : base(
            "pulumi:pulumi:StackReference",
            name,
            new StackReferenceArgs { Name = args?.Name ?? name },
            CustomResourceOptions.Merge(options, new CustomResourceOptions { Id = args?.Name ?? name }))
    {
    }

    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    [Output("outputs")]
    public Output<ImmutableDictionary<string, object>> Outputs { get; private set; } = null!;

    [Output("secretOutputNames")]
    public Output<ImmutableArray<string>> SecretOutputNames { get; private set; } = null!;

    public Output<object?> GetOutput(Input<string> name) => Output.Tuple(name.ToOutput(), Outputs, SecretOutputNames).Apply(parts =>
    {
        var value = Output.Create<object?>(parts.Item2.GetValueOrDefault(parts.Item1));
        var secret = !parts.Item3.IsDefault && parts.Item3.Contains(parts.Item1);
        return secret ? Output.CreateSecret(value) : value;
    });

    public Output<object> RequireOutput(Input<string> name) => Output.Tuple(name.ToOutput(), GetOutput(name)).Apply(pair =>
        pair.Item2 ?? throw new KeyNotFoundException($"The stack has no output '{pair.Item1}'."));
}

/// <summary>Which stack is meant.</summary>
public class StackReferenceArgs : ResourceArgs
{
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
