namespace VerifyTests;

/// <summary>What the name of a snapshot is made of.</summary>
public sealed class VerifySettings
{
    public VerifySettings()
    {
    }

    public VerifySettings(VerifySettings? settings)
    {
        MethodName = settings?.MethodName;
        Parameters = settings?.Parameters;
        ParametersText = settings?.ParametersText;
    }

    internal string? MethodName { get; private set; }

    internal IReadOnlyList<object?>? Parameters { get; private set; }

    internal string? ParametersText { get; private set; }

    /// <summary>Instead of the test method's own name.</summary>
    public void UseMethodName(string name) => MethodName = name;

    /// <summary>The arguments of this case, in the order of the method's parameters; those at the end may be left out.</summary>
    public void UseParameters(params object?[] parameters)
    {
        RefuseBoth(ParametersText);
        Parameters = parameters;
    }

    /// <summary>What tells this case from others, instead of names and values of parameters.</summary>
    public void UseTextForParameters(string parametersText)
    {
        RefuseBoth(Parameters);
        ParametersText = parametersText;
    }

    /// <summary>Shows no difference in a tool. The stand-in knows none.</summary>
    public void DisableDiff()
    {
    }

    private static void RefuseBoth(object? other)
    {
        if (other is not null)
        {
            throw new InvalidOperationException($"A case is named by {nameof(UseParameters)} or by {nameof(UseTextForParameters)}, not by both.");
        }
    }
}
