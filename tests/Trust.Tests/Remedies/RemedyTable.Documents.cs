using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string LookThere = "Look at what answers at that URL";
    private const string OpenInBrowser = "Open the URL in a browser and look at what answers there";
    private const string Repair = "Repair the publisher of the document";

    private static readonly Uri Elsewhere = new("https://portal.litwareinc.com/autodiscover/metadata/json/1");
    private static readonly Uri Federation = new("https://adfs.litwareinc.com/FederationMetadata/2007-06/FederationMetadata.xml");

    private static readonly string Federated = FederationMetadataWriter.Write(AuthMetadata.Of(
        Estate.TokenServer, null, new CertificateSlots(null, Certs.Public(0), null, null), Federation, Scene.Now));

    /// <summary>Documents that are read, and what is in them.</summary>
    public static IEnumerable<Remedy> Documents =>
    [
        At(Elsewhere, "PT3004", LookThere, "larger than the limit"),
        At(Elsewhere, "PT3007", OpenInBrowser, "not json Server Error"),
        At(Elsewhere, "PT3008", LookThere, "deep objects"),
        At(Elsewhere, "PT3009", LookThere, "scalar []"),
        Published("PT3010", Repair, "issuer and Issuer"),
        Published("PT3011", Repair, "issuer=1"),
        At(Elsewhere, "PT3012", "Check that the URL is that of an auth metadata document", "empty object"),
        Published("PT3013", Repair, "issuer litwareinc.com"),
        Signed("PT3014", "Bind a signing certificate on the publishing server", "no keys", 1),
        Signed("PT3015", "and replace the certificate", "private pfx", 3),
        Published("PT3016", Repair, "x5t x"),
        Published("PT3017", Repair, "value 'AAAA'"),
        At(Elsewhere, "PT3018", LookThere, "65 keys"),
        At(Elsewhere, "PT3018", LookThere, "65 endpoints"),
        Published("PT3019", "Restore the publisher's service name", "another service name"),
        Published("PT3020", "Check that the metadata endpoint works on the publishing server", "empty "),
        At(Elsewhere, "PT3022", LookThere, "long name"),
        Signed("PT3023", "Bind a certificate with a larger RSA key on the publishing server", "weak RSA", 1),
        Signed("PT3023", "Bind a certificate with a larger RSA key on the publishing server", "elliptic curve", 1),
        Found(
            "PT3024",
            "Point the URL at the right server",
            () => States.TwoWay.Holding(Estate.SharePoint, Certs.Valid(3)).Holding(ExchangeAt(Estate.SharePoint.MetadataUrl)),
            state => state.Holding(ExchangeAt(Estate.Exchange.MetadataUrl)),
            "of another server"),
        Found(
            "PT3024",
            "or restore its service name",
            () => States.TwoWay.Holding(Estate.LyncSettings with { ServiceName = "00000009-0000-0ff1-ce00-000000000000" }),
            state => state.Holding(Estate.LyncSettings),
            "renamed"),
        Found(
            "PT3025",
            "Set the same realm on both sides, then register the partner again",
            () => States.TwoWay.Holding(Estate.LyncSettings with { Realm = "contoso.com" }),
            state => state.Holding(Estate.LyncSettings).Refreshed((Estate.Exchange.Fqdn, "Lync"), Estate.Lync, Now)),
        Found(
            "PT4029",
            "Set acceptSecurityIdentifierInformation to true on both sides",
            () => Foreign.Holding(States.OnExchange with { AcceptSecurityIdentifierInformation = false }),
            state => state.Holding(States.OnExchange)),
        Registering("PT3028", "Renew the partner's signing certificate", () => Certs.Public(0) with { NotAfter = Now.AddDays(-1) }, () => Certs.Public(3)),
        Registering("PT3029", "Let the owner bind a certificate with a new key, then read its document again", () => WeakKeys.WithKey(WeakKeys.RocaKey()).Certificate, () => Certs.Public(3)),
        Registering("PT3030", "Let the owner issue its next certificate with the key usage digitalSignature", () => ForUsage(X509KeyUsageFlags.KeyEncipherment), () => ForUsage(X509KeyUsageFlags.DigitalSignature)),
        OfFederation("its root", Federated.Replace("EntityDescriptor", "EntitiesDescriptor", StringComparison.Ordinal)),
        OfFederation("no entity", Federated.Replace("entityID", "entity", StringComparison.Ordinal)),
        OfFederation("no key", Federated.Replace("\"signing\"", "\"encryption\"", StringComparison.Ordinal)),
        OfFederation("cut short", Federated[..^20]),
    ];

    /// <summary>Something else than the publisher answers; where it does, the document is read.</summary>
    private static Remedy At(Uri url, string number, string words, string sample) => Remedy.Of(
        number,
        words,
        () => new FetchedDocument(url, SampleOf(sample)),
        fetched => (fetched with { Url = Estate.Exchange.MetadataUrl }).Saying(MalformedDocuments.Good),
        sample);

    /// <summary>The publisher writes nonsense, until it is repaired.</summary>
    private static Remedy Published(string number, string words, string sample) =>
        Written(number, words, sample, () => MalformedDocuments.Good);

    /// <summary>The publisher has no key that can be published, until that one is bound.</summary>
    private static Remedy Signed(string number, string words, string sample, int key) => Written(
        number, words, sample, () => AuthMetadataWriter.Write(DocumentOf(Estate.Exchange, Certs.Public(key)), ServerProduct.ExchangeServer));

    private static Remedy Written(string number, string words, string sample, Func<string> then) => Remedy.Of(
        number, words, () => new FetchedDocument(Estate.Exchange.MetadataUrl, SampleOf(sample)), fetched => fetched.Saying(then()), sample);

    private static Remedy OfFederation(string where, string body) => Remedy.Of(
        "PT3032",
        OpenInBrowser,
        () => new FetchedDocument(Federation, Encoding.UTF8.GetBytes(body)) { ContentType = "application/xml" },
        fetched => fetched.Saying(Federated),
        where);

    /// <summary>Lync and Exchange, looked at as a whole.</summary>
    private static Remedy Found(
        string number, string words, Func<TrustState> wrong, Func<TrustState, TrustState> follow, string where = "") => Remedy.Of(
        number,
        words,
        () => new JudgedBy<TrustState>(state => Judgement.Of(TrustFindings.Of(state, Now).Select(finding => finding.Fault)), wrong()),
        found => found.Now(follow(found.Value)),
        where);

    /// <summary>A user of another forest has a mailbox.</summary>
    private static TrustState Foreign => States.TwoWay with
    {
        Mailboxes = States.TwoWay.Mailboxes.Add(
            "sip:foreign@litwareinc.com",
            new Mailbox("sip:foreign@litwareinc.com", "foreign@litwareinc.com", Estate.Exchange.Fqdn, false) { SecurityIdentifier = "S-1-5-21" }),
    };

    /// <summary>Lync's record of Exchange, read at that URL.</summary>
    private static PartnerApplication ExchangeAt(Uri url) => States.OnLync with { Source = new PartnerSource.Metadata(url, false) };

    /// <summary>Exchange registers Lync, which publishes that key.</summary>
    private static Remedy Registering(string number, string words, Func<SigningCertificate> key, Func<SigningCertificate> then) =>
        Remedy.Of(number, words, () => new JudgedBy<SigningCertificate>(ReviewOf, key()), registered => registered.Now(then()));

    private static Judgement ReviewOf(SigningCertificate published)
    {
        // What has expired is published no more, but may be read when it was.
        var document = DocumentOf(Estate.Lync, Certs.Public(0)) with { Keys = [published] };
        var draft = new PartnerApplicationDraft(
            Estate.Exchange, "lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, Scene.LyncAtExchange.LinkedAccount);
        return Judgement.Of(PartnerApplicationRules.Review(draft, document, [], Now));
    }

    private static SigningCertificate ForUsage(X509KeyUsageFlags usage) => WeakKeys.Certificate(WeakKeys.Sound, WeakKeys.UsualExponent, usage);

    private static AuthMetadataDocument DocumentOf(Server server, SigningCertificate key) => AuthMetadata.Of(
        server, null, CertificateRules.Bind(CertificateSlots.Empty, key, server.Product, Now, null), server.MetadataUrl, Now);

    private static byte[] SampleOf(string name) => MalformedDocuments.All.Single(document => document.Name == name).Content;
}
