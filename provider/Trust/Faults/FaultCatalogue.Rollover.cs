using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>A rollover was asked for a server that is not configured.</summary>
    /// <cause>The renewal was planned for a name that none of the known servers has: it is mistyped, or the server belongs to another stack.</cause>
    /// <remedy>Name a server by its <c>fqdn</c> in <c>partnertrust:servers</c>, or add it there. The names are shown by
    /// <code>pulumi config get partnertrust:servers</code></remedy>
    public static Fault RolloverServerUnknown(string server) => new(
        "PT9001", "server",
        $"{Quote(server)} is not a configured server.",
        "the fqdn of a configured server.",
        "Correct the name, or add the server to the provider's \"servers\".");

    /// <summary>The server has no certificate that could be rolled over.</summary>
    /// <cause>Nothing was ever bound to the server, or what was bound has been removed. On Lync this is so in a new deployment: unlike Exchange it
    /// makes no certificate of itself when it is set up.</cause>
    /// <seen>On Lync this shows nothing; on Exchange <c>CurrentCertificateThumbprint</c> is empty:
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</code>
    /// <code>Get-AuthConfig | Format-List CurrentCertificateThumbprint</code></seen>
    /// <remedy>Declare a CertificateBinding for the server, without <c>effectiveDate</c>, so that it signs at once. Then let its partners copy the
    /// key:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault NothingToRoll(string server) => new(
        "PT9002", "server",
        $"{server} has no signing certificate bound.",
        "a bound certificate, whose renewal can be planned.",
        "Bind one; there is no old certificate with which it must overlap.");

    /// <summary>A consumer holds the server's key as a single certificate, and cannot hold the next one as well.</summary>
    /// <cause>A partner, mostly a SharePoint farm or Lync, was given the server's key as a certificate and never saw its document. Its record holds
    /// that one key until somebody replaces it, so that at the moment of the switch either the old tokens or the new ones are refused.</cause>
    /// <seen>On Lync such a record shows no URL as its <c>AuthToken</c>; on SharePoint its <c>MetadataEndPoint</c> is empty:
    /// <code>Get-CsPartnerApplication | Format-List Identity, AuthToken</code>
    /// <code>Get-SPTrustedSecurityTokenIssuer | Format-List Name, MetadataEndPoint</code></seen>
    /// <remedy>Give that PartnerApplication <c>authMetadataUrl</c> in place of <c>certificate</c>, run <c>pulumi up</c>, and plan again. Where the
    /// partner cannot reach the document, follow the steps that come with this refusal: they bind the new certificate at once and give it to the
    /// partner right after that, with calls refused in between.</remedy>
    public static Fault ConsumerHoldsOneKey(string server, string name) => new(
        "PT9003", "server",
        $"{Quote(name)} on {server} was registered from a certificate, and holds only that one key.",
        "consumers that read the metadata document, so that the old and the new key overlap.",
        "Register the partner by its authMetadataUrl, then plan again.");

    /// <summary>The product does not keep two signing certificates side by side.</summary>
    /// <cause>The server is SharePoint. Its vendor documents how to replace the certificate of the token service, and nothing of an old one that
    /// would stay valid beside the new.</cause>
    /// <remedy>Plan a window in which calls of the farm may fail.
    /// <list type="number">
    /// <item>Import the PFX file of the new certificate into the trusted root certificates of the local machine, on every server of the farm.</item>
    /// <item>Give it to <c>source</c> of the farm's CertificateBinding, and run <c>pulumi up</c>.</item>
    /// <item>On every server of the farm, run <c>iisreset</c> and restart the timer service:
    /// <code>Restart-Service SPTimerV4</code></item>
    /// <item>Let every partner copy the new key:
    /// <code>pulumi up --refresh</code></item>
    /// </list></remedy>
    public static Fault RolloverUnsupported(ServerProduct product) => new(
        "PT9004", "server",
        $"{product} documents no overlap of two signing certificates.",
        "a product with staged certificates.",
        "Replace the certificate in a maintenance window, in which every consumer is refreshed.");

    /// <summary>The certificate expires too soon for a rollover in which every token stays valid.</summary>
    /// <cause>The renewal was begun too late. Partners need the vendor's lead time to learn the new key, 48 hours on Exchange and 24 on Lync, and
    /// after the date of the switch the old certificate must live on for the last tokens that it signs: 24 hours on Lync and Exchange, 12 on a token
    /// server.</cause>
    /// <seen>How much is left, on Exchange and on Lync:
    /// <code>(Get-AuthConfig).CurrentCertificateThumbprint | Get-ExchangeCertificate | Format-List Thumbprint, NotAfter</code>
    /// <code>Get-CsCertificate -Type OAuthTokenIssuer -Identity global</code></seen>
    /// <remedy>Bind a new certificate without <c>effectiveDate</c>, and let every partner copy its key in the same window, those included that this
    /// stack does not manage; until then they refuse what the new key signs:
    /// <code>pulumi up</code>
    /// <code>pulumi up --refresh</code>
    /// <para>For the next time leave <c>renewBeforeDays</c> at 60, its default, and update the stack more often than that.</para></remedy>
    public static Fault ExpiryTooNear(SigningCertificate current, DateTimeOffset earliest, DateTimeOffset latest) => new(
        "PT9005", "server",
        $"Certificate {current.Thumbprint} expires at {Utc(current.NotAfter)}: a switch is possible from {Utc(earliest)}, but safe only until {Utc(latest)}.",
        "enough validity left for the lead time and for the longest token signed with the old key.",
        "Replace the certificate at once, and refresh every consumer right after that.");

    /// <summary>The staged certificate takes effect too late for the tokens of the old one to stay valid.</summary>
    /// <cause>Somebody staged the next certificate for the day on which the old one ends, or shortly before it. Tokens that the old key signed just
    /// before the switch would outlive its certificate, and be refused.</cause>
    /// <seen>On Exchange, where the date is shown in UTC:
    /// <code>Get-AuthConfig | Format-List NextCertificateThumbprint, NextCertificateEffectiveDate</code></seen>
    /// <remedy>Set <c>effectiveDate</c> of the CertificateBinding to a time before the one in the message, if possible with the vendor's lead time
    /// ahead of it, and run <c>pulumi up</c>. Where no stack manages the certificate, stage it by hand, on Exchange as its vendor does it, 49 hours
    /// ahead:
    /// <code>
    /// $date = (Get-Date).AddHours(49)
    /// Set-AuthConfig -NewCertificateThumbprint "&lt;thumbprint&gt;" -NewCertificateEffectiveDate $date
    /// </code></remedy>
    public static Fault StagedTooLate(DateTimeOffset effective, DateTimeOffset latest) => new(
        "PT9006", "effectiveDate",
        $"The staged certificate takes effect at {Utc(effective)}.",
        $"{Utc(latest)} at the latest, so that the last token signed with the old key stays valid until it expires.",
        "Stage it again with an earlier effectiveDate.");
}
