using System.Globalization;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyFiles;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static IEnumerable<Remedy> Certificates =>
    [
        Given("PT2001", "Bind a renewed certificate", Pfx("CN=fabrikam.com", -400, -1), Pfx("CN=fabrikam.com", -1, 400)),
        Given("PT2002", "bind another certificate", Pfx("CN=fabrikam.com", 2, 400), Pfx("CN=fabrikam.com", -1, 400)),
        Later(Pfx("CN=fabrikam.com", 2, 400)),
        Given("PT2003", "Issue a certificate with a larger key", Pfx("CN=fabrikam.com", -1, 400, 1024), Pfx("CN=fabrikam.com", -1, 400)),
        Given("PT2004", "Issue a certificate with an RSA key", EllipticPfx(), Pfx("CN=fabrikam.com", -1, 400)),
        Given("PT2005", "Export it as PFX with the private key", BarePfx(), Pfx("CN=fabrikam.com", -1, 400)),
        Given("PT2007", "Export the certificate", "{ pfx: AAAA, pfxPassword: word }", Pfx("CN=fabrikam.com", -1, 400)),
        Given("PT2008", "Correct the password", Pfx("CN=fabrikam.com", -1, 400, given: "wrong"), Pfx("CN=fabrikam.com", -1, 400)),
        Given("PT2009", "Set the password", Pfx("CN=fabrikam.com", -1, 400, given: ""), Pfx("CN=fabrikam.com", -1, 400)),
        Given("PT2012", "Write the subject with its attribute names", "{ generate: { subject: fabrikam.com } }", "{ generate: { subject: CN=fabrikam.com } }"),
        Staged("PT2013", "Choose a later effectiveDate", "2026-03-01T10:00:00Z", Days(30)),
        Staged("PT2014", "Choose an effectiveDate no later than", Days(1824.9), Days(30), "{ generate: { validityDays: 3650 } }"),
        Staged("PT2015", "Choose an earlier effectiveDate", Days(2000), Days(30), "{ generate: { validityDays: 3650 } }"),
        Staged("PT2015", "leave it out to replace the certificate at once", Days(2000), null, "{ generate: { validityDays: 3650 } }") with { Where = "at once" },
        Staged("PT2026", "Choose an earlier effectiveDate or another certificate", Days(500), Days(30), Pfx("CN=fabrikam.com", -1, 400)),
        Told("PT2016", "Leave effectiveDate out",
            Healthy.With("sharePointCertificate", $$"""{ server: {{SharePoint}}, source: { generate: {} }, effectiveDate: "{{Days(30)}}" }""")),
        Told("PT2017", "Leave effectiveDate out to sign at once", Healthy.Without("sharePoint").Adding("sts", "CertificateBinding",
            $$"""{ server: {{TokenServer}}, source: { generate: {} }, effectiveDate: "{{Days(30)}}" }""")),
        Given("PT2018", "Issue the certificate for the SIP domain", Pfx("CN=notfabrikam.com", -1, 400), Pfx("CN=fabrikam.com", -1, 400)),
        Told("PT2020", "Import the certificate again with the provider",
            Healthy.With("exchangeCertificate", $$"""{ server: {{Exchange}}, source: {{Pfx("CN=auth", -1, 400, provider: "Microsoft Software Key Storage Provider")}} }"""),
            Healthy.With("exchangeCertificate", $$"""{ server: {{Exchange}}, source: {{Pfx("CN=auth", -1, 400, provider: "Microsoft RSA SChannel Cryptographic Provider")}} }""")),
        Given("PT2022", "Choose one of these", "{ generate: { keySize: 2500 } }", "{ generate: { keySize: 2048 } }"),
        Given("PT2023", "Choose a validity in that range", "{ generate: { validityDays: 0 } }", "{ generate: { validityDays: 30 } }"),
        Given("PT2024", "Copy the thumbprint from the certificate again", "{ thumbprint: 12 34 }", "{ generate: {} }"),
        new("PT2028", "Stage one with an effectiveDate", RemedyCommand.Status)
        {
            Wrong = OnLync(Pfx("CN=fabrikam.com", -400, 50)),
            Right = OnLync(Pfx("CN=fabrikam.com", -1, 700), Days(30)),
        },
        new("PT2029", "run the update again after that time", RemedyCommand.Update)
        {
            Before = Healthy,
            Wrong = Retiring,
            Right = Retiring,
            Act = stack => stack.WaitAsync(TimeSpan.FromDays(2)),
        },
        new("PT2006", "Issue the certificate again with an exportable private key", RemedyCommand.Update)
        {
            Before = Pooled.Only("exchangeCertificate"),
            Damage = stack => FailAsync(stack, Lync, "KeyNotExportable"),
            Wrong = Pooled,
            Right = Pooled,
            Act = stack => MendAsync(stack, Lync),
        },
        new("PT2019", "Export it with its private key", RemedyCommand.Status)
        {
            Before = Pooled,
            Damage = async stack => Assert.Equal(0, (await stack.LabAsync("empty", "--server", Lync, "--member", "fe01.fabrikam.com")).Code),
            Wrong = Pooled,
            Right = Pooled,
            Refreshes = true,
        },
        Told("PT2027", "Export the partner's certificate", OnFarm(Farm, PemWithKey()), OnFarm(Farm)),
        Due(OnSharePoint(Pfx("CN=farm", -400, 50))),
    ];

    private static Remedy Given(string number, string words, string wrong, string right) => Told(
        number,
        words,
        Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: {{wrong}} }"""),
        Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: {{right}} }"""));

    private static Remedy Staged(string number, string words, string wrong, string? right, string? certificate = null)
    {
        var source = certificate ?? "{ generate: { validityDays: 700 } }";
        return new Remedy(number, words)
        {
            Before = Healthy,
            Wrong = Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: {{source}}, effectiveDate: "{{wrong}}" }"""),
            Right = Healthy.With("lyncCertificate", right is null
                ? $$"""{ server: {{Lync}}, source: {{source}} }"""
                : $$"""{ server: {{Lync}}, source: {{source}}, effectiveDate: "{{right}}" }"""),
        };
    }

    private static Remedy Later(string source) => new("PT2002", "Set effectiveDate to a time inside its validity")
    {
        Where = "staged",
        Before = Healthy,
        Wrong = Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: {{source}} }"""),
        Right = Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: {{source}}, effectiveDate: "{{Days(5)}}" }"""),
    };

    private static Remedy Due(RemedyProgram bound) => new("PT2025", "Bind a new certificate in a maintenance window")
    {
        Before = bound,
        Wrong = bound,
        Right = OnSharePoint(Pfx("CN=farm", -1, 400)),
    };

    private static readonly RemedyProgram Pooled = Healthy.Without("check").Setting("servers", $$"""
        [{ fqdn: {{Lync}}, product: LyncServer, members: [fe01.fabrikam.com, fe02.fabrikam.com] }, { fqdn: {{Exchange}}, product: ExchangeServer },
         { fqdn: {{SharePoint}}, product: SharePointServer, realm: {{Farm}} }]
        """);

    private static RemedyProgram Retiring => Healthy.With(
        "lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { validityDays: 700 } }, retirePrevious: true }""");

    private static RemedyProgram OnLync(string source, string? from = null) => Healthy.With(
        "lyncCertificate", $$"""{ server: {{Lync}}, source: {{source}}{{(from is null ? "" : $", effectiveDate: \"{from}\"")}} }""");

    private static RemedyProgram OnSharePoint(string source) =>
        Healthy.With("sharePointCertificate", $$"""{ server: {{SharePoint}}, source: {{source}} }""");

    private static string Days(double days) => Start.AddDays(days).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
