using System.Collections.Immutable;
using PartnerTrust.Plugin.Resources.CertificateBindings;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>What one server signs with, as far as a stack tells: its binding holds one certificate whole and names those around it, and its document
/// lists what it publishes, the one that signs first (domain.md 3.2). Each answer is null where that is not told.</summary>
/// <param name="known">Every certificate that the stack tells of.</param>
/// <param name="server">The server.</param>
/// <param name="unknowns">Told of what is missing.</param>
internal sealed class DeclaredSlots(KnownCertificates known, Server server, ICollection<StackUnknown> unknowns)
{
    /// <param name="binding">The resource; null where the stack declares none.</param>
    /// <param name="endpoint">The server's document; null where the stack declares none.</param>
    /// <param name="before">What is there before what is foreseen; null where nothing is, or nothing is told.</param>
    public CertificateSlots? Recorded(StackResource? binding, StackResource? endpoint, CertificateSlots? before = null)
    {
        if (binding is null)
        {
            return endpoint is null ? null : Published(endpoint);
        }

        var outputs = CertificateBindingOutputs.Read(binding.Outputs);
        if ((KnownCertificates.Read(outputs.CertificatePem) ?? known.Find(outputs.Thumbprint)) is not { } certificate)
        {
            return null;
        }

        var previous = Named(outputs.PreviousThumbprint, "previous");
        var slots = outputs.IsStaged
            ? Staged(certificate, previous, binding, endpoint, before)
            : Signing(certificate, previous, binding, outputs.NextThumbprint);
        return slots is null ? null : SigningSince.Recall(slots, binding.Outputs);
    }

    /// <summary>What will be there once a certificate is bound of which at most the thumbprint is known.</summary>
    /// <param name="binding">As it is foreseen.</param>
    /// <param name="before">What is there now; null where that is not told.</param>
    /// <param name="now">When the update is made.</param>
    public CertificateSlots? Planned(StackResource binding, CertificateSlots? before, DateTimeOffset now)
    {
        var inputs = CertificateBindingInputs.Read(binding.Inputs);
        var certificate = known.Find(inputs.Source.Value?.Stored?.Hex);
        if (certificate is null)
        {
            Tell("which certificate the update binds is not known before.");
        }

        if (inputs.Effective > now || CertificateBindingOutputs.Read(binding.Outputs).IsStaged)
        {
            return before is null ? null : before with { Next = certificate, NextEffectiveDate = certificate is null ? null : inputs.Effective };
        }

        return certificate is null ? null
            : certificate.Equals(before?.Current) ? before with { Next = null, NextEffectiveDate = null }
            : new CertificateSlots(before?.Current ?? before?.Previous, certificate, null, null) { CurrentSince = now };
    }

    private CertificateSlots Signing(SigningCertificate certificate, SigningCertificate? previous, StackResource binding, string? nextThumbprint)
    {
        var next = Named(nextThumbprint, "staged");
        var effective = next is null ? null : SigningSince.Known(next, binding.Outputs);
        if (next is not null && effective is null)
        {
            Tell($"from when on it signs with the staged certificate {next.Thumbprint} is not told.");
        }

        return new CertificateSlots(previous, certificate, next, effective);
    }

    private CertificateSlots? Staged(
        SigningCertificate next, SigningCertificate? previous, StackResource binding, StackResource? endpoint, CertificateSlots? before)
    {
        var effective = DateOf(next, binding);
        if (before is not null && next.Equals(before.Next))
        {
            return new CertificateSlots(previous, before.Current, next, effective);
        }

        if (endpoint is not null && PublishesNothing(endpoint))
        {
            return new CertificateSlots(previous, null, next, effective);
        }

        if (KeysOf(endpoint) is not [var first, ..] keys)
        {
            Tell($"it signs with another certificate than the staged {next.Thumbprint}, and with which is not told.");
            return null;
        }

        var signer = first.Equals(next) ? next : keys.FirstOrDefault(key => !key.Equals(next) && !key.Equals(previous));
        return signer is null ? null
            : signer.Equals(next) ? new CertificateSlots(previous, next, null, null)
            : new CertificateSlots(previous, signer, next, effective);
    }

    /// <summary>By the document alone. What it lists beside the certificate that signs is taken for what follows where it was made later, else for
    /// what went before.</summary>
    private CertificateSlots? Published(StackResource endpoint)
    {
        if (PublishesNothing(endpoint))
        {
            return CertificateSlots.Empty;
        }

        return KeysOf(endpoint) is [var signer, .. var others]
            ? new CertificateSlots(
                others.FirstOrDefault(other => other.NotBefore <= signer.NotBefore),
                signer,
                others.FirstOrDefault(other => other.NotBefore > signer.NotBefore),
                null)
            : null;
    }

    /// <summary>The date that a program gives counts where it was ahead when the certificate was staged. Else a renewal staged it, by its lead time
    /// before it takes effect, and the state was written after that.</summary>
    private DateTimeOffset? DateOf(SigningCertificate next, StackResource binding)
    {
        var declared = CertificateBindingInputs.Read(binding.Inputs).Effective;
        if ((SigningSince.Known(next, binding.Outputs) ?? (declared > (binding.Modified ?? DateTimeOffset.MinValue) ? declared : null)) is { } date)
        {
            return date;
        }

        var latest = binding.Modified + Renewal.LeadTime(server.Product);
        Tell($"from when on it signs with the staged certificate {next.Thumbprint} is not told"
            + (latest is { } end ? $"; from {Instant.Format(end)} at the latest." : "."));
        return latest;
    }

    private SigningCertificate? Named(string? thumbprint, string generation)
    {
        var found = known.Find(thumbprint);
        if (thumbprint is not null && found is null)
        {
            Tell($"of its {generation} certificate {thumbprint} nothing else is told.");
        }

        return found;
    }

    private ImmutableArray<SigningCertificate> KeysOf(StackResource? endpoint) =>
        endpoint is null ? [] : known.Keys(endpoint.Outputs, DocumentOutputs.Keys) ?? [];

    private static bool PublishesNothing(StackResource endpoint) => endpoint.Outputs.Text(DocumentOutputs.Fingerprint) == "";

    private void Tell(string what) => unknowns.Add(new StackUnknown(server.Fqdn, $"Of {server.Fqdn}: {what}"));
}
