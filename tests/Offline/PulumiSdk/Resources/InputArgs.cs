using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments whose members say in an <see cref="InputAttribute"/> how they are named on the wire.</summary>
public abstract class InputArgs
{
    private const BindingFlags AllInstanceMembers = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private protected InputArgs()
    {
    }

    internal virtual Task<ImmutableDictionary<string, object?>> ToDictionaryAsync() => Task.FromResult(
        Members().ToImmutableDictionary(member => member.Attribute.Name, Read));

    private object? Read((InputAttribute Attribute, MemberInfo Member, object? Value) member)
    {
        var (attribute, info, value) = member;
        if (value is null && attribute.IsRequired)
        {
            throw new ArgumentNullException(info.Name, $"[Input] {GetType().FullName}.{info.Name} is required and has no value.");
        }

        return attribute.Json && value is not null ? JsonInput.Of($"{GetType().FullName}.{info.Name}", value) : value;
    }

    private IEnumerable<(InputAttribute Attribute, MemberInfo Member, object? Value)> Members()
    {
        foreach (var field in GetType().GetFields(AllInstanceMembers))
        {
            if (field.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return (attribute, field, field.GetValue(this));
            }
        }

        foreach (var property in GetType().GetProperties(AllInstanceMembers))
        {
            if (property.GetCustomAttribute<InputAttribute>() is { } attribute)
            {
                yield return (attribute, property, property.GetValue(this));
            }
        }
    }
}
