using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>One running operation on a resource or function: the engine to ask, the status line to talk to, the token to obey.</summary>
/// <param name="Session">The process it runs in.</param>
/// <param name="Engine">Keeps the trust, or reaches the servers that keep it.</param>
/// <param name="Urn">Whom the talk is about; empty for a function.</param>
/// <param name="Progress">The resource's status line.</param>
/// <param name="Secrets">What its talk must not show.</param>
/// <param name="CancellationToken">Cancelled by the caller, by <c>Cancel</c> and by the timeout.</param>
public sealed record Operation(
    ProviderSession Session, ITrustEngine Engine, string Urn, IProgress<string> Progress, SecretTexts Secrets, CancellationToken CancellationToken)
{
    // No timer runs longer.
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(49);

    /// <summary>The id of what a creation takes the place of; null when it replaces nothing.</summary>
    public string? Predecessor { get; init; }

    /// <summary>The names of records that a creation may take for its own, because its writing was interrupted and nobody else calls them his.</summary>
    public ImmutableArray<string> Adoptable { get; init; } = [];

    /// <summary>Questions about the trust that the engine keeps or reaches.</summary>
    public TrustQuestions Questions => new(Engine, Installation.Directory, Session.Time);

    public Installation Installation => Session.Installation;

    public DateTimeOffset Now => Session.Time.GetUtcNow();

    /// <summary>What is bound to the server; null when nothing is.</summary>
    public Task<CertificateBindingRecord?> FindCertificateBindingAsync(Server server) =>
        Engine.Reader.FindCertificateBindingAsync(server, Now, Progress, CancellationToken);

    public Task<AuthMetadataDocument> FetchMetadataAsync(FetchMetadata request) => Engine.Documents.FetchAsync(request, Progress, CancellationToken);

    public Task WarnAsync(Fault fault) => Session.Link.WarnAsync(Urn, WithoutPlanned(Secrets.Hide(fault).ToString()), CancellationToken);

    public Task WarnAsync(string message) => Session.Link.WarnAsync(Urn, Shown(message), CancellationToken);

    public Task InformAsync(string message) => Session.Link.InformAsync(Urn, Shown(message), CancellationToken);

    /// <summary>As the other, with the engine of the session.</summary>
    public static Task<T> RunAsync<T>(
        ProviderSession session, string urn, string step, double timeoutSeconds, SecretTexts secrets, Func<Operation, Task<T>> work, CancellationToken caller) =>
        RunAsync(session, session.OpenEngineAsync, urn, step, timeoutSeconds, secrets, work, caller);

    /// <summary>Runs <paramref name="work"/> until it ends, its caller or <c>Cancel</c> stops it, or <paramref name="timeoutSeconds"/> (0: none) are over.</summary>
    public static async Task<T> RunAsync<T>(
        ProviderSession session,
        Func<CancellationToken, ValueTask<ITrustEngine>> openEngine,
        string urn,
        string step,
        double timeoutSeconds,
        SecretTexts secrets,
        Func<Operation, Task<T>> work,
        CancellationToken caller)
    {
        var timeout = timeoutSeconds > 0 && timeoutSeconds < LongestTimeout.TotalSeconds ? TimeSpan.FromSeconds(timeoutSeconds) : Timeout.InfiniteTimeSpan;
        using var deadline = new CancellationTokenSource(timeout, session.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(caller, session.Cancelled, deadline.Token);
        try
        {
            await using var line = new StatusLine(session.Link, urn, step, secrets, session.Time);
            var engine = await openEngine(stop.Token);
            return await work(new Operation(session, engine, urn, line, secrets, stop.Token));
        }
        catch (OperationCanceledException interruption)
        {
            var fault = deadline.IsCancellationRequested ? FaultCatalogue.OperationTimedOut(timeout) : FaultCatalogue.OperationCancelled();
            throw new FaultException(fault, interruption);
        }
        catch (FaultException refusal)
        {
            throw new FaultException(secrets.Hide(refusal.Faults));
        }
    }

    private string Shown(string message) => Secrets.Hide(WithoutPlanned(message));

    private string WithoutPlanned(string message) => Session.Preview.Planned?.Keys.Hide(message) ?? message;
}
