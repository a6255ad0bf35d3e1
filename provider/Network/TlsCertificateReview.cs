using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace PartnerTrust.Network;

/// <summary>Why a server's TLS certificate is not taken: for another name, over, not begun, or from an authority that nobody trusts here.</summary>
public static class TlsCertificateReview
{
    private const int MostNames = 4;

    /// <summary>Throws where the platform found fault.</summary>
    /// <param name="host">Who was asked for.</param>
    /// <param name="certificate">What was shown.</param>
    /// <param name="chain">As the platform built it.</param>
    /// <param name="errors">What the platform found.</param>
    /// <exception cref="TlsRefusedException">It is not taken.</exception>
    public static bool Require(string host, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None ? true : throw new TlsRefusedException(Reason(host, certificate as X509Certificate2, chain, errors));

    private static string Reason(string host, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows no certificate";
        }

        var status = (chain?.ChainStatus ?? []).Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status);
        List<string> reasons =
        [
            .. errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? [$"its certificate is for {NamesOf(certificate)}, not for {host}"]
                : Array.Empty<string>(),
            .. status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? [Time(chain!, certificate)] : Array.Empty<string>(),
            .. (status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain)) != 0
                ? [$"its certificate comes from {Named(certificate.Issuer)}, which is not trusted here"]
                : Array.Empty<string>(),
        ];
        return reasons.Count > 0
            ? string.Join("; ", reasons)
            : $"its certificate is not valid ({(status == X509ChainStatusFlags.NoError ? errors.ToString() : status.ToString())})";
    }

    /// <summary>Of the one in the chain whose time it is not.</summary>
    private static string Time(X509Chain chain, X509Certificate2 leaf)
    {
        var found = chain.ChainElements.FirstOrDefault(element =>
            element.ChainElementStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)))?.Certificate ?? leaf;
        var whose = found.Equals(leaf) ? "its certificate" : $"the certificate of {Named(found.Subject)} above it";
        return found.NotBefore.ToUniversalTime() > chain.ChainPolicy.VerificationTime.ToUniversalTime()
            ? $"{whose} is valid only from {Utc(found.NotBefore)}"
            : $"{whose} expired at {Utc(found.NotAfter)}";
    }

    private static string NamesOf(X509Certificate2 certificate)
    {
        List<string> names =
            [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames())];
        return names.Count == 0 ? Named(certificate.Subject)
            : string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {(names.Count - MostNames).ToString(CultureInfo.InvariantCulture)} more" : "");
    }

    private static string Named(string name) => $"\"{name}\"";

    private static string Utc(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
