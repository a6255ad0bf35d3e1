using System.Reflection;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>On a test assembly: lets <see cref="Verifier"/> know which test is running.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Running = new();

    public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

    public override void After(MethodInfo methodUnderTest) => Running.Value = null;

    public static MethodInfo GetMethod() => Running.Value ?? throw new InvalidOperationException(
        $"No test is running, or its assembly lacks the attribute {nameof(UseVerifyAttribute)}: the project has to import tests/Snapshots.props.");
}
