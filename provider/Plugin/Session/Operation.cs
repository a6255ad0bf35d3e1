using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Session;

/// <summary>One running operation on a resource or function: the engine to ask, the status line to talk to, the token to obey.</summary>
public sealed class Operation
{
    private readonly ProviderSession session;
    private readonly OperationRequest request;

    internal Operation(
        ProviderSession session, ITrustEngine engine, OperationRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        (this.session, this.request) = (session, request);
        (Engine, Progress, CancellationToken) = (engine, progress, cancellationToken);
    }

    /// <summary>Keeps the trust, or reaches the servers that keep it.</summary>
    public ITrustEngine Engine { get; }

    /// <summary>The resource's status line.</summary>
    public IProgress<string> Progress { get; }

    /// <summary>Cancelled by the caller, by <c>Cancel</c> and by the timeout.</summary>
    public CancellationToken CancellationToken { get; }

    public Installation Installation => session.Installation;

    public DateTimeOffset Now => session.Time.GetUtcNow();

    public string Urn => request.Urn;

    /// <summary>What its talk must not show.</summary>
    public SecretTexts Secrets => request.Secrets;

    /// <summary>Questions about the trust that the engine keeps or reaches.</summary>
    public TrustQuestions Questions => new(Engine, Installation.Directory, session.Time);

    /// <summary>What is bound to the server; null when nothing is.</summary>
    public Task<CertificateBindingRecord?> FindCertificateBindingAsync(Server server) =>
        Engine.Reader.FindCertificateBindingAsync(server, Now, Progress, CancellationToken);

    public Task<AuthMetadataDocument> FetchMetadataAsync(FetchMetadata fetch) => Engine.Documents.FetchAsync(fetch, Progress, CancellationToken);

    public Task WarnAsync(Fault fault) => TellAsync(session.Link.WarnAsync, request.Edit(Secrets.Hide(fault).ToString()));

    public Task WarnAsync(string message) => TellAsync(session.Link.WarnAsync, Shown(message));

    public Task InformAsync(string message) => TellAsync(session.Link.InformAsync, Shown(message));

    private Task TellAsync(Func<string, string, CancellationToken, Task> tell, string message) =>
        request.IsRehearsal ? Task.CompletedTask : tell(Urn, message, CancellationToken);

    private string Shown(string message) => Secrets.Hide(request.Edit(message));
}
