using System.Globalization;
using System.Reflection;

namespace VerifyTests;

/// <summary>The name of a snapshot: <c>Class.Method_parameter=value_other=value</c>, for a nested class with the outer one before it.</summary>
internal static class SnapshotName
{
    /// <summary>What some file system refuses in names, the same everywhere so that a snapshot has one name.</summary>
    private static readonly HashSet<char> Invalid = [.. "\"\\<>|:*?/", .. Enumerable.Range(0, 32).Select(code => (char)code)];

    public static string Of(MethodInfo test, VerifySettings settings)
    {
        var type = test.ReflectedType!;
        var outer = type.IsNested ? $"{type.DeclaringType!.Name}." : "";
        return $"{outer}{type.Name}.{settings.MethodName ?? test.Name}{Case(test.GetParameters(), settings)}";
    }

    private static string Case(ParameterInfo[] parameters, VerifySettings settings)
    {
        var values = settings.Parameters ?? [];
        if (values.Count > parameters.Length)
        {
            throw new InvalidOperationException($"{values.Count} values are given for a test of {parameters.Length} parameters.");
        }

        return settings.ParametersText is { } text
            ? $"_{text}"
            : string.Concat(parameters.Zip(values, (parameter, value) => $"_{parameter.Name}={Cleaned(value)}"));
    }

    private static string Cleaned(object? value) => string.Concat(Text(value).Select(letter => Invalid.Contains(letter) ? '-' : letter));

    private static string Text(object? value) => value switch
    {
        null => "null",
        string or bool or Enum => value.ToString()!,
        int or long => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Give the stand-in for Verify the name that the package gives to a {value.GetType().Name}."),
    };
}
