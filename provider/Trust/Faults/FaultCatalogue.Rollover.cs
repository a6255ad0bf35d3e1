using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>A rollover was asked for a server that is not configured.</summary>
    public static Fault RolloverServerUnknown(string server) => new(
        "PT9001", "server",
        $"{Quote(server)} is not a configured server.",
        "the fqdn of a configured server.",
        "Correct the name, or add the server to the provider's \"servers\".");

    /// <summary>The server has no certificate that could be rolled over.</summary>
    public static Fault NothingToRoll(string server) => new(
        "PT9002", "server",
        $"{server} has no signing certificate bound.",
        "a bound certificate, whose renewal can be planned.",
        "Bind one; there is no old certificate with which it must overlap.");

    /// <summary>A consumer holds the server's key as a single certificate, and cannot hold the next one as well.</summary>
    public static Fault ConsumerHoldsOneKey(string server, string name) => new(
        "PT9003", "server",
        $"{Quote(name)} on {server} was registered from a certificate, and holds only that one key.",
        "consumers that read the metadata document, so that the old and the new key overlap.",
        "Register the partner by its authMetadataUrl, then plan again.");

    /// <summary>The product does not keep two signing certificates side by side.</summary>
    public static Fault RolloverUnsupported(ServerProduct product) => new(
        "PT9004", "server",
        $"{product} documents no overlap of two signing certificates.",
        "a product with staged certificates.",
        "Replace the certificate in a maintenance window, in which every consumer is refreshed.");

    /// <summary>The certificate expires too soon for a rollover in which every token stays valid.</summary>
    public static Fault ExpiryTooNear(SigningCertificate current, DateTimeOffset earliest, DateTimeOffset latest) => new(
        "PT9005", "server",
        $"Certificate {current.Thumbprint} expires at {Utc(current.NotAfter)}: a switch is possible from {Utc(earliest)}, but safe only until {Utc(latest)}.",
        "enough validity left for the lead time and for the longest token signed with the old key.",
        "Replace the certificate at once, and refresh every consumer right after that.");

    /// <summary>The staged certificate takes effect too late for the tokens of the old one to stay valid.</summary>
    public static Fault StagedTooLate(DateTimeOffset effective, DateTimeOffset latest) => new(
        "PT9006", "effectiveDate",
        $"The staged certificate takes effect at {Utc(effective)}.",
        $"{Utc(latest)} at the latest, so that the last token signed with the old key stays valid until it expires.",
        "Stage it again with an earlier effectiveDate.");
}
