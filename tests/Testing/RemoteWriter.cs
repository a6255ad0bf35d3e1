using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Testing;

/// <summary>Writes that may be interrupted. What they answer has forgotten what servers do not remember; which keys a record has is known of one that
/// was written, and not of one that was only seen.</summary>
internal sealed class RemoteWriter(IServerWriter world, HiddenKeys keys, RemoteTroubles troubles) : IServerWriter
{
    public async Task<WriteOutcome<CertificateBindingRecord>> BindCertificateAsync(
        BindCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        Forgetful(await SendAsync(() => world.BindCertificateAsync(request, progress, cancellationToken)));

    public async Task<WriteOutcome<CertificateBindingRecord>> RetirePreviousCertificateAsync(
        RetirePreviousCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        Forgetful(await SendAsync(() => world.RetirePreviousCertificateAsync(request, progress, cancellationToken)));

    public Task<WriteOutcome<CertificateBindingRecord>> UnbindCertificateAsync(
        string server, IProgress<string> progress, CancellationToken cancellationToken) =>
        SendAsync(() => world.UnbindCertificateAsync(server, progress, cancellationToken));

    public async Task<WriteOutcome<PartnerApplication>> SavePartnerApplicationAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken) =>
        Seen(await SendAsync(() => world.SavePartnerApplicationAsync(request, progress, cancellationToken)), keys.AsShown);

    public Task<WriteOutcome<PartnerApplication>> RemovePartnerApplicationAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) =>
        SendAsync(() => world.RemovePartnerApplicationAsync(request, progress, cancellationToken));

    public async Task<WriteOutcome<AuthorizationServer>> SaveAuthorizationServerAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken) =>
        Seen(await SendAsync(() => world.SaveAuthorizationServerAsync(request, progress, cancellationToken)), keys.AsShown);

    public Task<WriteOutcome<AuthorizationServer>> RemoveAuthorizationServerAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) =>
        SendAsync(() => world.RemoveAuthorizationServerAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<OAuthConfiguration>> SaveOAuthConfigurationAsync(
        SaveOAuthConfiguration request, IProgress<string> progress, CancellationToken cancellationToken) =>
        SendAsync(() => world.SaveOAuthConfigurationAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<OAuthConfiguration>> RestoreOAuthConfigurationAsync(
        OAuthConfiguration original, IProgress<string> progress, CancellationToken cancellationToken) =>
        SendAsync(() => world.RestoreOAuthConfigurationAsync(original, progress, cancellationToken));

    private async Task<WriteOutcome<T>> SendAsync<T>(Func<Task<WriteOutcome<T>>> write)
        where T : class
    {
        switch (troubles.Take())
        {
            case RemoteTroubles.Trouble.NotSent:
                return new WriteOutcome<T>.Refused([RemoteTroubles.Fault]);
            case RemoteTroubles.Trouble.LostOnTheWay:
                return new WriteOutcome<T>.Interrupted(RemoteTroubles.Fault, null);
            case RemoteTroubles.Trouble.AnswerLost:
                await write();
                return new WriteOutcome<T>.Interrupted(RemoteTroubles.Fault, null);
            case RemoteTroubles.Trouble.AnswerLostAndSeen:
                return await write() is WriteOutcome<T>.Done done
                    ? new WriteOutcome<T>.Interrupted(RemoteTroubles.Fault, new Sighting<T>(done.Now))
                    : new WriteOutcome<T>.Interrupted(RemoteTroubles.Fault, new Sighting<T>(null));
            default:
                return await write();
        }
    }

    private static WriteOutcome<CertificateBindingRecord> Forgetful(WriteOutcome<CertificateBindingRecord> outcome) => outcome switch
    {
        WriteOutcome<CertificateBindingRecord>.Done { Now: { } now } => new WriteOutcome<CertificateBindingRecord>.Done(Forgetful(now)),
        _ => Seen(outcome, found => found is null ? null : Forgetful(found)),
    };

    private static WriteOutcome<T> Seen<T>(WriteOutcome<T> outcome, Func<T?, T?> asShown)
        where T : class => outcome is WriteOutcome<T>.Interrupted { Seen: { } seen } interrupted
            ? interrupted with { Seen = new Sighting<T>(asShown(seen.Found)) }
            : outcome;

    private static CertificateBindingRecord Forgetful(CertificateBindingRecord record) => record with
    {
        Slots = record.Slots with { CurrentSince = null },
        Generated = null,
    };
}
