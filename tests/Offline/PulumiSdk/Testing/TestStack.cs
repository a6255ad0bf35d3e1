namespace Pulumi.Testing;

/// <summary>The stack around a program that a test gives as a delegate.</summary>
internal sealed class TestStack : Stack
{
    public TestStack(Func<Task<IDictionary<string, object?>>> createResources) =>
        Results = createResources().GetAwaiter().GetResult();

    public IDictionary<string, object?> Results { get; }
}
