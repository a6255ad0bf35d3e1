using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Rollover;

namespace PartnerTrust.Testing;

/// <summary>Calls of an engine whose writes are expected to be done: what is refused is thrown.</summary>
public static class EngineCalls
{
    public static T Expect<T>(this WriteOutcome<T> outcome)
        where T : class => outcome switch
        {
            WriteOutcome<T>.Done { Now: { } now } => now,
            WriteOutcome<T>.Refused refused => throw new FaultException(refused.Faults),
            _ => throw new InvalidOperationException($"Neither done nor refused: {outcome}"),
        };

    public static void ExpectGone<T>(this WriteOutcome<T> outcome)
        where T : class => _ = outcome switch
        {
            WriteOutcome<T>.Done { Now: null } => true,
            WriteOutcome<T>.Refused refused => throw new FaultException(refused.Faults),
            _ => throw new InvalidOperationException($"Neither done nor refused: {outcome}"),
        };

    /// <summary>As it was last written: promotions that have fallen due since are not applied.</summary>
    public static async Task<CertificateBindingRecord?> FindCertificateBindingAsync(
        this ITrustEngine engine, string server, CancellationToken cancellationToken)
    {
        var found = await engine.Reader.ReadAsync(new ServerQuery(server, ServerParts.Certificates), Silence.Instance, cancellationToken);
        var newest = found.Slots.Next ?? found.Slots.Current;
        return found.Slots == CertificateSlots.Empty ? null : new CertificateBindingRecord(
            found.Server, found.Slots, found.Certificates.FirstOrDefault(stored => stored.Certificate.Equals(newest))?.Generated);
    }

    public static async Task<CertificateBindingRecord> BindCertificateAsync(
        this ITrustEngine engine, BindCertificate request, CancellationToken cancellationToken) =>
        (await engine.Writer.BindCertificateAsync(request, Silence.Instance, cancellationToken)).Expect();

    public static async Task<CertificateBindingRecord> RetirePreviousCertificateAsync(
        this ITrustEngine engine, string server, CancellationToken cancellationToken) =>
        (await engine.Writer.RetirePreviousCertificateAsync(new RetirePreviousCertificate(server, null), Silence.Instance, cancellationToken))
            .Expect();

    public static async Task UnbindCertificateAsync(this ITrustEngine engine, string server, CancellationToken cancellationToken) =>
        (await engine.Writer.UnbindCertificateAsync(server, Silence.Instance, cancellationToken)).ExpectGone();

    public static Task<AuthMetadataDocument> FetchMetadataAsync(
        this ITrustEngine engine, FetchMetadata request, CancellationToken cancellationToken) =>
        engine.Documents.FetchAsync(request, Silence.Instance, cancellationToken);

    public static Task<PublishedMetadata?> FindPublishedMetadataAsync(
        this ITrustEngine engine, string server, Uri url, CancellationToken cancellationToken) =>
        engine.Publisher!.FindAsync(server, url, Silence.Instance, cancellationToken);

    public static async Task<AuthMetadataDocument> PublishMetadataAsync(
        this ITrustEngine engine, PublishMetadata request, CancellationToken cancellationToken) =>
        (await engine.Publisher!.PublishAsync(request, Silence.Instance, cancellationToken)).Expect();

    public static async Task WithdrawMetadataAsync(this ITrustEngine engine, string server, Uri url, CancellationToken cancellationToken) =>
        (await engine.Publisher!.WithdrawAsync(server, url, Silence.Instance, cancellationToken)).ExpectGone();

    public static Task<PartnerApplication?> FindPartnerApplicationAsync(
        this ITrustEngine engine, string server, string name, CancellationToken cancellationToken) =>
        engine.Reader.FindPartnerApplicationAsync(server, name, Silence.Instance, cancellationToken);

    public static async Task<IReadOnlyList<PartnerApplication>> ListPartnerApplicationsAsync(
        this ITrustEngine engine, string server, CancellationToken cancellationToken)
    {
        var all = new List<PartnerApplication>();
        await foreach (var record in engine.Reader.ListPartnerApplicationsAsync(server, null, Silence.Instance, cancellationToken))
        {
            all.Add(record);
        }

        return all;
    }

    public static async Task<PartnerApplication> CreatePartnerApplicationAsync(
        this ITrustEngine engine, SavePartnerApplication request, CancellationToken cancellationToken) =>
        (await engine.Writer.SavePartnerApplicationAsync(request, Silence.Instance, cancellationToken)).Expect();

    public static Task<PartnerApplication> UpdatePartnerApplicationAsync(
        this ITrustEngine engine, SavePartnerApplication request, CancellationToken cancellationToken) =>
        engine.CreatePartnerApplicationAsync(request with { Guard = new RecordGuard.Known(null) }, cancellationToken);

    public static async Task RemovePartnerApplicationAsync(
        this ITrustEngine engine, string server, string name, CancellationToken cancellationToken) =>
        (await engine.Writer.RemovePartnerApplicationAsync(new RemoveRecord(server, name, null), Silence.Instance, cancellationToken)).ExpectGone();

    public static async Task<OAuthConfiguration?> ReadOAuthConfigurationAsync(
        this ITrustEngine engine, string server, CancellationToken cancellationToken) =>
        (await engine.Reader.ReadAsync(new ServerQuery(server, ServerParts.Settings), Silence.Instance, cancellationToken)).Settings;

    public static async Task<OAuthConfiguration?> FindOriginalOAuthConfigurationAsync(
        this ITrustEngine engine, string server, CancellationToken cancellationToken) =>
        (await engine.Reader.ReadAsync(new ServerQuery(server, ServerParts.Settings), Silence.Instance, cancellationToken)).OriginalSettings;

    public static async Task<OAuthConfiguration> WriteOAuthConfigurationAsync(
        this ITrustEngine engine, SaveOAuthConfiguration request, CancellationToken cancellationToken) =>
        (await engine.Writer.SaveOAuthConfigurationAsync(request, Silence.Instance, cancellationToken)).Expect();

    public static async Task<OAuthConfiguration> RestoreOAuthConfigurationAsync(
        this ITrustEngine engine, OAuthConfiguration original, CancellationToken cancellationToken) =>
        (await engine.Writer.RestoreOAuthConfigurationAsync(original, Silence.Instance, cancellationToken)).Expect();

    public static Task<AuthorizationServer?> FindAuthorizationServerAsync(
        this ITrustEngine engine, string server, string name, CancellationToken cancellationToken) =>
        engine.Reader.FindAuthorizationServerAsync(server, name, Silence.Instance, cancellationToken);

    public static Task<IReadOnlyList<AuthorizationServer>> ListAuthorizationServersAsync(
        this ITrustEngine engine, string server, CancellationToken cancellationToken) =>
        engine.Reader.ListAuthorizationServersAsync(server, Silence.Instance, cancellationToken);

    public static async Task<AuthorizationServer> CreateAuthorizationServerAsync(
        this ITrustEngine engine, SaveAuthorizationServer request, CancellationToken cancellationToken) =>
        (await engine.Writer.SaveAuthorizationServerAsync(request, Silence.Instance, cancellationToken)).Expect();

    public static Task<AuthorizationServer> UpdateAuthorizationServerAsync(
        this ITrustEngine engine, SaveAuthorizationServer request, CancellationToken cancellationToken) =>
        engine.CreateAuthorizationServerAsync(request with { Guard = new RecordGuard.Known(null) }, cancellationToken);

    public static async Task RemoveAuthorizationServerAsync(
        this ITrustEngine engine, string server, string name, CancellationToken cancellationToken) =>
        (await engine.Writer.RemoveAuthorizationServerAsync(new RemoveRecord(server, name, null), Silence.Instance, cancellationToken)).ExpectGone();

    public static Task<ConnectivityReport> CheckConnectivityAsync(
        this ITrustEngine engine, ConnectivityRequest request, CancellationToken cancellationToken) =>
        engine.Tester!.CheckAsync(request, Silence.Instance, cancellationToken);

    public static Task<TrustVerdict> ExplainTrustAsync(
        this ITrustEngine engine, TrustQuestion question, ServerDirectory servers, TimeProvider time) =>
        new TrustQuestions(engine, servers, time).ExplainAsync(question, Silence.Instance, default);

    public static Task<RolloverPlan> PlanRolloverAsync(this ITrustEngine engine, string server, ServerDirectory servers, TimeProvider time) =>
        new TrustQuestions(engine, servers, time).PlanRolloverAsync(server, Silence.Instance, default);

    public static Task RestartAsync(
        this ITrustEngine engine, RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        engine.Restarter!.RestartAsync(request, progress, cancellationToken);
}
