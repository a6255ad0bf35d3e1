using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Fits a plain object into the type that an output declares. What does not fit gives the type's default and a warning.</summary>
internal static class PropertyConverter
{
    public static object? Convert(string context, object? value, Type target)
    {
        try
        {
            return To(context, value, target);
        }
        catch (PropertyConversionException exception)
        {
            Log.Warn(exception.Message);
            return target.IsValueType ? Activator.CreateInstance(target) : null;
        }
    }

    private static object? To(string context, object? value, Type target)
    {
        var type = Nullable.GetUnderlyingType(target) ?? target;
        if (value is null)
        {
            return target.IsValueType ? Activator.CreateInstance(target) : null;
        }

        if (type == typeof(int) && value is double number)
        {
            return (int)number;
        }

        if (type == typeof(JsonElement))
        {
            return JsonSerializer.SerializeToElement(value);
        }

        if (type.IsEnum)
        {
            return Enum.ToObject(type, To(context, value, Enum.GetUnderlyingType(type))!);
        }

        if (type.IsGenericType)
        {
            return ToGeneric(context, value, type);
        }

        if (type.GetCustomAttribute<EnumTypeAttribute>() is not null)
        {
            return ToEnumStruct(context, value, type);
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is not null)
        {
            return ToObject(context, Expect<ImmutableDictionary<string, object?>>(context, value), type);
        }

        return type.IsInstanceOfType(value) ? value : throw Mismatch(context, value, type);
    }

    private static object? ToGeneric(string context, object value, Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var method = definition == typeof(ImmutableArray<>) ? nameof(ToArray)
            : definition == typeof(ImmutableDictionary<,>) ? nameof(ToDictionary)
            : definition == typeof(Union<,>) ? nameof(ToUnion)
            : throw Mismatch(context, value, type);
        var arguments = definition == typeof(ImmutableDictionary<,>) ? type.GenericTypeArguments[1..] : type.GenericTypeArguments;
        return typeof(PropertyConverter).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(arguments)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, value], null);
    }

    private static ImmutableArray<T> ToArray<T>(string context, object value) =>
        [.. Expect<ImmutableArray<object?>>(context, value).Select((item, index) => (T)Convert($"{context}[{index}]", item, typeof(T))!)];

    private static ImmutableDictionary<string, T> ToDictionary<T>(string context, object value) =>
        Expect<ImmutableDictionary<string, object?>>(context, value)
            .ToImmutableDictionary(entry => entry.Key, entry => (T)Convert($"{context}.{entry.Key}", entry.Value, typeof(T))!);

    private static Union<T0, T1> ToUnion<T0, T1>(string context, object value)
    {
        try
        {
            return (T0)To(context, value, typeof(T0))!;
        }
        catch (PropertyConversionException)
        {
            return (T1)To(context, value, typeof(T1))!;
        }
    }

    private static object ToEnumStruct(string context, object value, Type type)
    {
        var constructor = type.GetConstructor(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance, [value.GetType()])
            ?? throw Mismatch(context, value, type);
        return constructor.Invoke([value]);
    }

    private static object ToObject(string context, ImmutableDictionary<string, object?> value, Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)
            .FirstOrDefault(candidate => candidate.GetCustomAttribute<OutputConstructorAttribute>() is not null)
            ?? throw new PropertyConversionException($"{type.FullName} has no [OutputConstructor] ({context}).");
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Convert(
            $"{context}.{parameter.Name}",
            value.GetValueOrDefault(parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!),
            parameter.ParameterType))]);
    }

    private static T Expect<T>(string context, object value) => value is T expected ? expected : throw Mismatch(context, value, typeof(T));

    private static PropertyConversionException Mismatch(string context, object value, Type type) =>
        new($"Expected {type.Name} and found {value.GetType().Name} reading {context}.");

    private sealed class PropertyConversionException(string message) : Exception(message);
}
