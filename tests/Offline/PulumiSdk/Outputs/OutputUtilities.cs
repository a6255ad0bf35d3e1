using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Looks behind an output; for tests and infrastructure.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value) => Output.Create(value).Map(data => data with { IsKnown = false });

    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => CreateUnknown<T>(default(T)!);

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output) =>
        (await output.DataTask).Resources;

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output) => (await output.DataTask).IsKnown;

    public static async Task<T> GetValueAsync<T>(Output<T> output) => (await output.DataTask).Value;
}
