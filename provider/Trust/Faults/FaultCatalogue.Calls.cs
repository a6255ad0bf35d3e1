using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The caller or the receiver is not a configured server.</summary>
    public static Fault CallServerUnknown(string role, string fqdn) => Refusal(
        "PT5080",
        $"The {role} {Quote(fqdn)} is not a configured server.",
        "the fqdn of a server in the provider's configuration.",
        "a misspelt name.",
        "Add the server to partnertrust:servers, or correct the name.");

    /// <summary>The caller has no certificate to sign with.</summary>
    public static Fault CallerHasNoCertificate(string caller) => Refusal(
        "PT5081",
        $"{caller} has no current signing certificate.",
        "a certificate bound to the caller.",
        "none was ever bound, or it was removed.",
        $"Bind a certificate to {caller}, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>The caller's certificate is not valid yet.</summary>
    public static Fault CallerCertificateNotYetValid(string caller, SigningCertificate certificate, DateTimeOffset at) => Refusal(
        "PT5090",
        $"{caller} signs with {certificate.Thumbprint}, which is valid only from {Utc(certificate.NotBefore)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        $"the clock of {caller} is behind, or the certificate was issued for later.",
        $"Compare the clock of {caller} with a time source; if it is right, bind a certificate that is valid by now, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>The caller's certificate has expired.</summary>
    public static Fault CallerCertificateExpired(string caller, SigningCertificate certificate, DateTimeOffset at) => Refusal(
        "PT5082",
        $"{caller} signs with {certificate.Thumbprint}, which expired at {Utc(certificate.NotAfter)}; the call is made at {Utc(at)}.",
        "a certificate that is valid at the time of the call.",
        "the certificate was not renewed in time.",
        $"Bind a renewed certificate to {caller}, then run \"pulumi up --refresh\": the record at the receiver copies the caller's keys again.");

    /// <summary>Lync does not know where to find Exchange.</summary>
    public static Fault AutodiscoverNotSet(string caller) => Refusal(
        "PT5083",
        $"{caller} has no Exchange autodiscover URL.",
        "an exchangeAutodiscoverUrl that ends in autodiscover.svc.",
        "the OAuth configuration was never written.",
        $"Declare an OAuthConfiguration for {caller} with exchangeAutodiscoverUrl.");

    /// <summary>Lync's autodiscover URL leads to another server.</summary>
    public static Fault AutodiscoverElsewhere(string caller, Uri url, string receiver) => Refusal(
        "PT5084",
        $"The autodiscover URL of {caller} leads to {Quote(url.Host)}.",
        $"a host under which {receiver} or an Exchange server of its realm answers.",
        "the URL was written for another organisation.",
        "Correct exchangeAutodiscoverUrl.");

    /// <summary>The receiver's challenge names no issuer from which the caller could get a token.</summary>
    public static Fault CallerNotAmongTrustedIssuers(
        string receiver, string caller, IReadOnlyCollection<string> trusted, string cause, string remedy) => Refusal(
        "PT5085",
        trusted.Count == 0
            ? $"{receiver} names no trusted issuer."
            : $"The trusted issuers of {receiver} are {string.Join(", ", trusted.Take(4).Select(Quote))}.",
        $"{Quote(caller)} among them, or an authorization server that the caller uses too.",
        cause,
        remedy);

    /// <summary>The user is not named by a SIP address.</summary>
    public static Fault CallUserMalformed(string user) => Refusal(
        "PT5086",
        $"The user is {Quote(user)}.",
        "a SIP address such as sip:user@domain.",
        "another kind of name was given.",
        "Give the user's SIP address.");

    /// <summary>A server calls itself.</summary>
    public static Fault CallToItself(string fqdn) => Refusal(
        "PT5087",
        $"{fqdn} is both caller and receiver.",
        "two different servers.",
        "the same name was given twice.",
        "Name the other server.");

    /// <summary>Lync does not call the receiver, because its record of the receiver is disabled.</summary>
    public static Fault ReceiverDisabledAtCaller(string caller, string name) => Refusal(
        "PT5088",
        $"The receiver's partner application {Quote(name)} is disabled on {caller}.",
        "an enabled record: Lync does not talk to a partner that it has disabled.",
        "somebody disabled the partner on the caller's side.",
        $"Set enabled to true on {Quote(name)}.");
}
