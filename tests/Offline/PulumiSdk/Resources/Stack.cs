using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi;

/// <summary>The root of a program's resources; its <see cref="OutputAttribute"/> properties are the stack's outputs.</summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Instance.ProjectName}-{Deployment.Instance.StackName}") =>
        ProgramRun.Required.Stack = this;

    internal Stack(Func<Task<IDictionary<string, object?>>> program, StackOptions? options)
        : this(options)
    {
        Outputs = Output.Create(RunAsync(program));
        RegisterOutputs(Outputs);
    }

    internal Output<IDictionary<string, object?>> Outputs { get; private set; } =
        Output.Create<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);

    /// <summary>A stack class never registers its outputs itself: its constructor only assigns them.</summary>
    internal void RegisterPropertyOutputs()
    {
        var outputs = OutputProperties().ToDictionary(entry => entry.Name, entry => entry.Value);
        if (outputs.Where(entry => entry.Value is null).Select(entry => entry.Key).ToList() is { Count: > 0 } missing)
        {
            throw new RunException(
                $"The stack's outputs {string.Join(", ", missing)} have no value: assign every [Output] property in the constructor.");
        }

        if (outputs.Where(entry => entry.Value is not IOutput).Select(entry => entry.Key).ToList() is { Count: > 0 } plain)
        {
            throw new RunException($"The stack's outputs {string.Join(", ", plain)} must be of type Output<T>.");
        }

        Outputs = Output.Create<IDictionary<string, object?>>(outputs);
        RegisterOutputs(Outputs);
    }

    private static async Task<IDictionary<string, object?>> RunAsync(Func<Task<IDictionary<string, object?>>> program)
    {
        var outputs = await program();
        return outputs.ToImmutableDictionary();
    }

    private IEnumerable<(string Name, object? Value)> OutputProperties() =>
        from property in GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let attribute = property.GetCustomAttribute<OutputAttribute>()
        where attribute is not null && property.DeclaringType?.IsAssignableFrom(typeof(Stack)) != true
        select (attribute.Name ?? property.Name, property.GetValue(this));
}
