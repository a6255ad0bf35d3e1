using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Trust.Partners;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>What happens to a stack between two looks at its files.</summary>
/// <param name="Name">What is particular about it.</param>
/// <param name="Before">The program that is applied first.</param>
/// <param name="After">The program then; the same where only the servers change.</param>
public sealed record StackHistory(string Name, RemedyProgram Before, RemedyProgram After)
{
    private const string Vouched = """applicationIdentifier: 00000004-0000-0ff1-ce00-000000000000, realm: fabrikam.com""";
    private const string Staged = $$"""{ server: {{Lync}}, source: { generate: { validityDays: 700 } }, effectiveDate: "2026-03-06T08:00:00Z" }""";

    /// <summary>What the operators of the servers do after the first update; the stack hears of it by a refresh.</summary>
    internal Func<SituationStack, Task>? Hands { get; init; }

    /// <summary>What is said then of a call of Lync to Exchange for a user.</summary>
    public string Told { get; init; } = "accepted";

    /// <summary>What a preview says of it where it knows less; null where it says the same.</summary>
    public string? Foretold { get; init; }

    /// <summary>What the state says of it afterwards where it knows less; null where it says the same.</summary>
    public string? Recorded { get; init; }

    /// <summary>What was applied still before; null where nothing was.</summary>
    public RemedyProgram? First { get; init; }

    /// <summary>How long it is from the first update to the next.</summary>
    public TimeSpan Pause { get; init; }

    /// <summary>Whether the state hears only by a refresh what the update did.</summary>
    public bool NeedsRefresh { get; init; }

    public static IEnumerable<StackHistory> All => [.. Programs, .. ByHand];

    public override string ToString() => Name;

    private static IEnumerable<StackHistory> Programs =>
    [
        Of("nothing changes", Healthy),
        Of("three products trust one another", Farm),
        Of("a record is disabled", Healthy.With("lyncOnExchange", LyncOnExchange("enabled: false"))) with { Told = "PT5085" },
        Of("a record is deleted", Healthy.Without("lyncOnExchange", "check").Adding("twin", "PartnerApplication", FarmOnExchange)) with
        {
            Told = "PT5085",
        },
        Of("a record is named otherwise", Healthy.With("lyncOnExchange", LyncOnExchange("name: renamed"))),
        Of("a record holds a certificate that is given", Healthy.With("exchangeOnLync", $$"""
            { server: {{Lync}}, name: exchange, certificate: { applicationIdentifier: 00000002-0000-0ff1-ce00-000000000000, realm: fabrikam.com,
              certificatePem: "${exchangeCertificate.certificatePem}" } }
            """)),
        Of("a record has no account", Healthy.With("lyncOnExchange", $$"""{ server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}" }""")),
        Of("the settings lead nowhere", Healthy.With("settings", $$"""{ server: {{Lync}} }""")) with { Told = "PT5083" },
        Of("the settings are deleted", Healthy.Without("settings")) with { Told = "PT5083", Recorded = "open" },
        Of("a certificate is staged", Healthy.With("lyncCertificate", Staged)),
        Of("a staged certificate gets another date",
            Healthy.With("lyncCertificate", Staged), Healthy.With("lyncCertificate", Staged.Replace("03-06", "03-05", StringComparison.Ordinal))) with
        {
            First = Unasked(Healthy),
        },
        Of("a certificate is renewed", Short, Short) with { Pause = TimeSpan.FromDays(40) },
        Of("a certificate is renewed too late to be staged", Short, Short) with { Pause = TimeSpan.FromDays(89), Foretold = "open" },
        Of("a certificate is made anew", Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { validityDays: 700 } } }""")) with
        {
            Foretold = "open",
        },
        Of("a certificate is bound no more", Healthy.Without("lyncCertificate")) with { Told = "PT5081", NeedsRefresh = true },
        Of("an authorization server vouches", Vouching) with { Foretold = "open" },
        Of("an authorization server forgets the caller", Vouching, Vouching.Without("lyncOnSts").Adding(
            "farmOnSts", "PartnerApplication", $$"""{ server: {{TokenServer}}, name: farm, authMetadataUrl: "${sharePoint.url}" }""")) with
        {
            Told = "PT5020",
        },
    ];

    private static IEnumerable<StackHistory> ByHand =>
    [
        Of("a certificate is rolled behind the stack's back", Healthy) with
        {
            Hands = stack => stack.OnServersAsync(lab => lab.RollCertificateAsync(Lync, CancellationToken.None)), Told = "PT5025",
        },
        Of("a record is disabled behind the stack's back", Healthy) with
        {
            Hands = stack => stack.OnServersAsync(lab => lab.Partners.ChangeAsync(
                Exchange, "lync", record => record with { Enabled = false }, CancellationToken.None)),
            Told = "PT5085",
        },
        Of("a member of the pool loses its certificates", Pool, Pool) with
        {
            Hands = stack => stack.OnServersAsync(lab => lab.RemoveCertificatesAsync(Lync, "fe02.fabrikam.com", CancellationToken.None)),
            Told = "PT2019",
        },
        Of("a staged certificate is published before its time", Healthy.With("lyncCertificate", Staged), Healthy.With("lyncCertificate", Staged)) with
        {
            First = Unasked(Healthy),
            Hands = stack => stack.OnServersAsync(lab => lab.PublishNowAsync(Lync, CancellationToken.None)),
        },
        Of("the account loses its roles", Healthy) with
        {
            Hands = stack => stack.OnServersAsync(lab => lab.Partners.ChangeAsync(
                Exchange, "lync", record => record with { LinkedAccount = new LinkedAccount("LyncEnterprise-ApplicationAccount", []) }, CancellationToken.None)),
        },
    ];

    private static RemedyProgram Pool => Healthy.Setting("servers", $$"""
        [{ fqdn: {{Lync}}, product: LyncServer, members: [fe01.fabrikam.com, fe02.fabrikam.com] }, { fqdn: {{Exchange}}, product: ExchangeServer },
         { fqdn: {{SharePoint}}, product: SharePointServer, realm: af90cc03-4a26-45e9-906a-609cebcebbde }]
        """);

    private static RemedyProgram Short =>
        Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { validityDays: 90 } } }""");

    private static RemedyProgram Farm => Healthy
        .Adding("farmOnExchange", "PartnerApplication", FarmOnExchange)
        .Adding("farmOnLync", "PartnerApplication", $$"""{ server: {{Lync}}, name: farm, authMetadataUrl: "${sharePoint.url}" }""")
        .Adding("lyncOnFarm", "PartnerApplication", $$"""{ server: {{SharePoint}}, name: lync, authMetadataUrl: "${lync.url}" }""")
        .Adding("exchangeOnFarm", "PartnerApplication", $$"""{ server: {{SharePoint}}, name: exchange, authMetadataUrl: "${exchange.url}" }""");

    private static RemedyProgram Vouching => Healthy
        .Adding("stsCertificate", "CertificateBinding", $$"""{ server: {{TokenServer}}, source: { generate: {} } }""")
        .Adding("sts", "AuthMetadataEndpoint", $$"""{ server: {{TokenServer}} }""", "stsCertificate")
        .Adding("stsOnLync", "AuthorizationServer", $$"""{ server: {{Lync}}, name: sts, authMetadataUrl: "${sts.url}" }""")
        .Adding("stsOnExchange", "AuthorizationServer", $$"""{ server: {{Exchange}}, name: ACS, authMetadataUrl: "${sts.url}", type: MicrosoftACS }""")
        .Adding("lyncOnSts", "PartnerApplication", $$"""{ server: {{TokenServer}}, name: lync, authMetadataUrl: "${lync.url}" }""")
        .With("lyncOnExchange", $$"""
            { server: {{Exchange}}, name: lync, authorizationServer: { {{Vouched}} }, linkedAccount: { name: LyncEnterprise-ApplicationAccount } }
            """)
        .After("lyncOnExchange", "stsOnExchange");

    private const string FarmOnExchange = $$"""{ server: {{Exchange}}, name: farm, authMetadataUrl: "${sharePoint.url}" }""";

    private static string LyncOnExchange(string other) => $$"""
        { server: {{Exchange}}, {{(other.StartsWith("name", StringComparison.Ordinal) ? other : $"name: lync, {other}")}}, authMetadataUrl: "${lync.url}",
          refreshTrigger: "${lync.fingerprint}", linkedAccount: { name: LyncEnterprise-ApplicationAccount } }
        """;

    private static StackHistory Of(string name, RemedyProgram after) => Of(name, Healthy, after);

    private static StackHistory Of(string name, RemedyProgram before, RemedyProgram after) => new(name, Unasked(before), Unasked(after));

    /// <summary>A check that fails would stop the update.</summary>
    private static RemedyProgram Unasked(RemedyProgram program) => program.With("check", """
        { server: lync01.fabrikam.com, sipUri: "sip:ann@fabrikam.com", onFailure: warn }
        """);
}
