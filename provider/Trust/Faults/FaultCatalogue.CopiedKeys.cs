using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The partner publishes a key that this server does not trust.</summary>
    /// <cause>The partner's certificate was renewed or staged after the record was written. Until the record has the key, tokens that are signed with
    /// it are refused (PT5025); of a staged certificate that begins with its effective date.</cause>
    /// <seen>Where Exchange keeps the record, its keys are in <c>CertificateStrings</c>; the document at <c>AuthMetadataUrl</c> has those of the
    /// partner:
    /// <code>Get-PartnerApplication | Format-List Name, AuthMetadataUrl, CertificateStrings</code>
    /// <para>Exchange refuses a token of the new key with 401 and <c>x-ms-diagnostics: 2000000;reason="The token has an invalid
    /// signature.";error_category="invalid_signature"</c>.</para></seen>
    /// <remedy>Let the record copy the keys:
    /// <code>pulumi up --refresh</code>
    /// <para>With <c>refreshTrigger</c> set to the <c>fingerprint</c> of the partner's AuthMetadataEndpoint, later updates do it by themselves. Where
    /// no stack manages the record, on Exchange or on Lync:</para>
    /// <code>Set-PartnerApplication -Identity "&lt;name&gt;" -RefreshAuthMetadata</code>
    /// <code>Set-CsPartnerApplication -Identity "&lt;name&gt;" -MetadataUrl "&lt;the same URL&gt;"</code></remedy>
    /// <sign>2000000</sign>
    /// <sign>error_category="invalid_signature"</sign>
    /// <sign>The token has an invalid signature.</sign>
    public static Fault PublishedKeyNotTrusted(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3026", "trustedKeys",
        $"The partner of {Quote(name)} on {server} now publishes {TheKeys(keys)}, which the record does not hold.",
        "a copy of every key that the partner publishes.",
        "Run \"pulumi up --refresh\": the record copies the partner's keys again.")
    {
        IsWarning = true,
    };

    /// <summary>The record trusts a key that the partner no longer publishes.</summary>
    /// <cause>The partner forgot its previous certificate after a renewal, and the record still holds it. Whoever has that old key can still sign
    /// tokens that are accepted here, until its certificate expires.</cause>
    /// <seen><c>CertificateStrings</c> has more certificates than the document at <c>AuthMetadataUrl</c>:
    /// <code>Get-PartnerApplication | Format-List Name, AuthMetadataUrl, CertificateStrings</code></seen>
    /// <remedy>Wait until the last token of the old key has ended: 12 hours after the switch on Lync, 24 on Exchange, as <c>retirePrevious</c> counts
    /// it. Then
    /// <code>pulumi up --refresh</code>
    /// <para>If the old key was stolen, do it at once, and accept that calls with its tokens fail.</para></remedy>
    public static Fault TrustedKeyNotPublished(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3027", "trustedKeys",
        $"{Quote(name)} on {server} trusts {TheKeys(keys)}, which the partner no longer publishes.",
        "only the keys that the partner publishes.",
        "Run \"pulumi up --refresh\" once every token signed with the old key has expired.")
    {
        IsWarning = true,
    };

    /// <summary>The partner publishes other keys than those that a record was written with which its keeper does not show.</summary>
    /// <cause>The partner's certificate changed after the stack wrote or imported the record. The server, mostly Lync, does not show which keys its
    /// record holds, so the package goes by what it saw then. If somebody refreshed the record by hand meanwhile, it may be in order.</cause>
    /// <seen>That <c>Get-CsPartnerApplication</c> shows the keys is unconfirmed. A call tells: <c>Test-CsExStorageConnectivity</c> for calls to
    /// Exchange.</seen>
    /// <remedy>Let the record be written again; that copies the keys, and does no harm where they were right:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault PublishedAnew(string server, string name, IReadOnlyCollection<SigningCertificate> keys) => new(
        "PT3031", "trustedKeys",
        $"The partner of {Quote(name)} on {server} now publishes {TheKeys(keys)}, other than when the stack last wrote the record, or imported it. Which keys the record holds, {server} does not show.",
        "a copy of every key that the partner publishes, and of no other.",
        "Run \"pulumi up --refresh\": the record copies the partner's keys again.")
    {
        IsWarning = true,
    };
}
