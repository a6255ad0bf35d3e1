using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using static PartnerTrust.Engines.PowerShell.Cmdlets.LyncProperties;

namespace PartnerTrust.Engines.PowerShell.Lync;

/// <summary>What <c>Get-CsCertificate</c> tells of the global assignment. How it shows a staged certificate is not documented; both ways that its
/// properties allow are read: one reference whose effective date is ahead, with what signs until then as its previous thumbprint; or a
/// reference for each. The first way leaves no place for what signed before that.</summary>
internal static class LyncCertificates
{
    /// <param name="references">What the cmdlet gave out; nothing where nothing is assigned.</param>
    /// <param name="now">By which an effective date is ahead.</param>
    public static BoundCertificates BoundBy(ImmutableArray<CmdletObject> references, DateTimeOffset now)
    {
        var assigned = references.Select(Reference.Of).OfType<Reference>()
            .OrderByDescending(reference => reference.Since ?? DateTimeOffset.MinValue).ToList();
        var staged = assigned.FirstOrDefault(reference => reference.Since > now);
        var effective = assigned.Where(reference => reference.Since is not { } date || date <= now).ToList();
        var current = effective.FirstOrDefault();
        var signs = current?.Thumbprint ?? staged?.Previous;
        var before = current?.Previous ?? effective.ElementAtOrDefault(1)?.Thumbprint;
        return new BoundCertificates(before == signs ? null : before, signs, staged?.Thumbprint, staged?.Since) { CurrentSince = current?.Since };
    }

    private sealed record Reference(Thumbprint Thumbprint, Thumbprint? Previous, DateTimeOffset? Since)
    {
        public static Reference? Of(CmdletObject found) => Thumbprint.TryParse(found.Text(AssignedThumbprint), out var thumbprint)
            ? new Reference(
                thumbprint,
                Thumbprint.TryParse(UnreadableProperties.AsUnknown(() => found.Text(PreviousThumbprint)), out var previous) ? previous : null,
                found.Date(EffectiveDate))
            : null;
    }
}
