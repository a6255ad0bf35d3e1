using Grpc.Core;
using Pulumi.Testing;

namespace Pulumi.PartnerTrust.Testing;

/// <summary>Mocks that the embedded trust engine answers. One instance is one installation: what one test writes the next sees, so give every
/// test its own.</summary>
public sealed class EmbeddedMocks : IMocks, IAsyncDisposable
{
    private readonly EmbeddedProvider provider;
    private readonly IMocks? others;

    private EmbeddedMocks(EmbeddedProvider provider, IMocks? others) => (this.provider, this.others) = (provider, others);

    /// <param name="installation">The servers that are emulated.</param>
    /// <param name="others">Answers for resources and functions of other packages; default: a resource answers with its arguments.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    public static async Task<EmbeddedMocks> StartAsync(
        EmbeddedInstallation installation, IMocks? others = null, CancellationToken cancellationToken = default) =>
        new(await EmbeddedProvider.StartAsync(installation, cancellationToken), others);

    public async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (!IsOurs(args.Type))
        {
            return others is null ? (string.IsNullOrEmpty(args.Id) ? $"{args.Name}-id" : args.Id, args.Inputs) : await others.NewResourceAsync(args);
        }

        return await ReportingAsync(() => provider.RegisterAsync(ResourceCall.Of(args), CancellationToken.None));
    }

    public async Task<object> CallAsync(MockCallArgs args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (!IsOurs(args.Token))
        {
            return others is null ? args.Args : await others.CallAsync(args);
        }

        return await ReportingAsync(() => provider.InvokeAsync(args.Token!, PlainValues.ToProperties(args.Args), CancellationToken.None));
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private static bool IsOurs(string? token) =>
        token is not null && (token.StartsWith("partnertrust:", StringComparison.Ordinal) || token == "pulumi:providers:partnertrust");

    /// <summary>What a deployment would show the user fails the test in the same words.</summary>
    private static async Task<T> ReportingAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (RpcException refusal)
        {
            throw new RunException(refusal.Message, refusal);
        }
    }
}
