using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Bindings;

/// <summary>How a server's signing certificates succeed one another, product by product (domain.md 2). A staged certificate becomes
/// current at its effective date and the current one becomes previous: binding demotes, it never drops what signs.</summary>
public static class CertificateRules
{
    /// <summary>What every product asks of a certificate before it may sign (domain.md 2.1).</summary>
    public static ImmutableArray<Fault> Validate(SigningCertificate certificate, bool hasPrivateKey, DateTimeOffset now) =>
        Validate(certificate, hasPrivateKey, now, now);

    /// <summary>Binds at once, or stages when <paramref name="effectiveDate"/> is ahead. Binding what signs already withdraws what was staged to
    /// replace it, and changes nothing else.</summary>
    public static CertificateSlots Bind(
        CertificateSlots slots, SigningCertificate certificate, ServerProduct product, DateTimeOffset now, DateTimeOffset? effectiveDate)
    {
        var due = At(slots, product, now);
        var faults = Review(due, certificate, product, now, effectiveDate).Where(f => !f.IsWarning).ToImmutableArray();
        if (!faults.IsEmpty)
        {
            throw new FaultException(faults);
        }

        return effectiveDate is { } effective && effective > now ? Stage(due, certificate, effective) : Replace(due, certificate, now);
    }

    /// <summary>Everything to be said about a planned binding: refusals, and warnings about lead times, which the vendors ask
    /// confirmation for but allow (domain.md 2.1, 2.3).</summary>
    public static ImmutableArray<Fault> Review(
        CertificateSlots slots, SigningCertificate certificate, ServerProduct product, DateTimeOffset now, DateTimeOffset? effectiveDate)
    {
        var due = At(slots, product, now);
        return effectiveDate is { } effective && effective > now
            ? [.. Validate(certificate, true, now, effective), .. StagingRules.Review(due, certificate, product, now, effective)]
            : Validate(certificate, true, now);
    }

    /// <summary>What is risky about a binding that was made: warnings about lead times and, on Lync, about the names in the certificate.</summary>
    /// <param name="slots">What is bound.</param>
    /// <param name="server">To whom.</param>
    /// <param name="now">When.</param>
    /// <param name="domains">Further SIP domains, beside the server's realm.</param>
    public static ImmutableArray<Fault> Remarks(CertificateSlots slots, Server server, DateTimeOffset now, params IReadOnlyList<string> domains)
    {
        var newest = slots.Next ?? slots.Current;
        return newest is null
            ? []
            : [
                .. Review(slots with { Next = null, NextEffectiveDate = null }, newest, server.Product, now, slots.NextEffectiveDate)
                .Where(f => f.IsWarning),
                .. SubjectRules.Check(newest, server, [server.Realm, .. domains]) is { } subject ? [subject] : ImmutableArray<Fault>.Empty,
            ];
    }

    /// <summary>The slots once every promotion due at <paramref name="time"/> has happened.</summary>
    public static CertificateSlots At(CertificateSlots slots, ServerProduct product, DateTimeOffset time) =>
        slots.Next is not null && slots.NextEffectiveDate <= time ? Promoted(slots, slots.NextEffectiveDate) : slots;

    /// <summary>Makes the staged certificate current now, as <c>Set-AuthConfig -PublishCertificate</c> does.</summary>
    public static CertificateSlots PublishNow(CertificateSlots slots, string server, DateTimeOffset now) =>
        slots.Next is null ? throw new FaultException(FaultCatalogue.NothingStaged(server)) : Promoted(slots, now);

    /// <summary>Forgets the previous certificate, as <c>Set-AuthConfig -ClearPreviousCertificate</c> does: what it signed is refused by
    /// whoever re-reads the document. <see cref="Rollover.RetirementRules"/> tells when nothing that it signed counts any more.</summary>
    public static CertificateSlots ClearPrevious(CertificateSlots slots) => slots with { Previous = null };

    /// <summary>The certificate that signs at <paramref name="time"/>, valid or not; null when none is bound.</summary>
    public static SigningCertificate? Signing(CertificateSlots slots, ServerProduct product, DateTimeOffset time) =>
        At(slots, product, time).Current;

    /// <summary>The keys that the metadata document lists at <paramref name="time"/>, the current one first: all generations that have
    /// not expired, where the product knows generations (domain.md 2.1, 3.2). Without an unexpired current certificate there is no document,
    /// whatever else is staged or kept (domain.md 3.4, 8 rows 1 and 3).</summary>
    public static ImmutableArray<SigningCertificate> Published(CertificateSlots slots, ServerProduct product, DateTimeOffset time) =>
        Signing(slots, product, time) is { } signer && time <= signer.NotAfter ? Unexpired(slots, product, time) : [];

    /// <summary>The keys whose signatures still count at <paramref name="time"/>: the new one first, then the old until it expires
    /// (domain.md 2.2 rule 3).</summary>
    public static ImmutableArray<SigningCertificate> Validating(CertificateSlots slots, ServerProduct product, DateTimeOffset time) =>
        [.. Unexpired(slots, product, time).Where(c => c.IsValidAt(time))];

    /// <summary>Whether the renewal of the certificate is due; null when it is not. One that lives no longer than it is to be renewed before its
    /// end is due in the last third of its life, or each renewal would be due again.</summary>
    /// <param name="certificate">What signs.</param>
    /// <param name="now">When.</param>
    /// <param name="renewBeforeDays">How long before its end it is due.</param>
    /// <param name="product">Of the server that signs with it.</param>
    public static Fault? RenewalDue(SigningCertificate certificate, DateTimeOffset now, int renewBeforeDays, ServerProduct product)
    {
        var days = DaysBefore(certificate, renewBeforeDays);
        return certificate.NotAfter - now <= TimeSpan.FromDays(days)
            ? FaultCatalogue.RenewalDue(certificate, now, days, ProductLifecycle.Of(product).KeepsGenerations)
            : null;
    }

    /// <summary>From when on <see cref="RenewalDue"/> says that it is due.</summary>
    /// <param name="certificate">What signs.</param>
    /// <param name="renewBeforeDays">How long before its end it is due.</param>
    public static DateTimeOffset RenewalFrom(SigningCertificate certificate, int renewBeforeDays) =>
        certificate.NotAfter - TimeSpan.FromDays(DaysBefore(certificate, renewBeforeDays));

    private static int DaysBefore(SigningCertificate certificate, int renewBeforeDays) =>
        renewBeforeDays < certificate.ValidityDays ? renewBeforeDays : certificate.ValidityDays / 3;

    private static ImmutableArray<SigningCertificate> Unexpired(CertificateSlots slots, ServerProduct product, DateTimeOffset time)
    {
        var due = At(slots, product, time);
        SigningCertificate?[] generations = ProductLifecycle.Of(product).KeepsGenerations
            ? [due.Current, due.Next, due.Previous]
            : [due.Current];
        return [.. generations.OfType<SigningCertificate>().Where(c => time <= c.NotAfter).Distinct()];
    }

    /// <summary>What every product asks of a certificate that is to sign later on.</summary>
    /// <param name="certificate">It.</param>
    /// <param name="hasPrivateKey">Whether its key is there.</param>
    /// <param name="now">It has not expired by then.</param>
    /// <param name="signsFrom">It is valid by then.</param>
    public static ImmutableArray<Fault> Validate(
        SigningCertificate certificate, bool hasPrivateKey, DateTimeOffset now, DateTimeOffset signsFrom)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        if (certificate.NotAfter < now)
        {
            faults.Add(FaultCatalogue.CertificateExpired(certificate, now));
        }

        if (!certificate.HasBegun(signsFrom))
        {
            faults.Add(FaultCatalogue.CertificateNotYetValid(certificate, signsFrom));
        }

        faults.AddRange(KeyRules.Check(certificate));
        if (!hasPrivateKey)
        {
            faults.Add(FaultCatalogue.PrivateKeyMissing(certificate.Thumbprint));
        }

        return faults.ToImmutable();
    }

    private static CertificateSlots Promoted(CertificateSlots slots, DateTimeOffset? since) =>
        new(slots.Current, slots.Next, null, null) { CurrentSince = since };

    private static CertificateSlots Stage(CertificateSlots slots, SigningCertificate certificate, DateTimeOffset effective) =>
        certificate.Equals(slots.Current) ? Unstaged(slots) : slots with { Next = certificate, NextEffectiveDate = effective };

    /// <summary>What is declared as current supersedes what was staged, which never signed anything.</summary>
    private static CertificateSlots Replace(CertificateSlots slots, SigningCertificate certificate, DateTimeOffset now) =>
        certificate.Equals(slots.Current)
            ? Unstaged(slots)
            : new CertificateSlots(slots.Current ?? slots.Previous, certificate, null, null) { CurrentSince = now };

    private static CertificateSlots Unstaged(CertificateSlots slots) => slots with { Next = null, NextEffectiveDate = null };
}
