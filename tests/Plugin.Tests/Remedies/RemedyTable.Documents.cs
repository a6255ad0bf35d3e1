using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private static readonly RemedyProgram WithoutRecords = Healthy.Without("exchangeOnLync", "lyncOnExchange", "check");

    private static IEnumerable<Remedy> Documents =>
    [
        Told("PT3001", "Write the https URL", Partner("http://ex01.fabrikam.com/autodiscover/metadata/json/1")),
        Told("PT3002", "Remove the part before '@'", Partner("https://ann@ex01.fabrikam.com/autodiscover/metadata/json/1")),
        Told("PT3003", "Correct the path", Healthy.With("exchange", $$"""{ server: {{Exchange}}, url: "https://{{Exchange}}/metadata/json/1" }""")),
        Told("PT3021", "Bind a certificate to the server first", Healthy.Without("exchangeCertificate")),
        Told("PT3056", "Correct the path", Partner("https://ex01.fabrikam.com/metadata/json/2")),
        Told("PT3056", "publish the document there first", Healthy.Without("lync").With("lyncOnExchange", LyncPartner)
            .With("exchangeOnLync", Record("enabled: true")), Healthy.With("lyncOnExchange", LyncPartner).After("lyncOnExchange", "lync")) with
        {
            Where = "published",
        },
        Told("PT3051", "must be listed in the provider's \"servers\"", Partner("https://ex02.fabrikam.invalid/autodiscover/metadata/json/1")),
        Failing("PT3005", "let the path through the reverse proxy anonymously", "Html"),
        Failing("PT3006", "Use the URL of the JSON document", "Xml"),
        Failing("PT3052", "Install a valid certificate", "UntrustedTls"),
        Failing("PT3052", "Install a valid certificate", "WrongTlsName"),
        Failing("PT3052", "Install a valid certificate", "ExpiredTls"),
        Failing("PT3054", "leads to something other", "OversizedBody"),
        Failing("PT3055", "publish the path without pre-authentication", "Redirect"),
        Failing("PT3056", "publish the document there first", "NotFound"),
        Failing("PT3057", "Remove the pre-authentication", "Unauthorized"),
        Failing("PT3058", "Look for", "ServerError"),
        Failing("PT3060", "Try again", "TruncatedBody"),
    ];

    private const string LyncPartner =
        $$"""{ server: {{Exchange}}, name: lync, authMetadataUrl: "https://{{Lync}}/metadata/json/1", linkedAccount: { name: LyncEnterprise-ApplicationAccount } }""";

    private static RemedyProgram Partner(string url) =>
        Healthy.With("exchangeOnLync", $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "{{url}}", refreshTrigger: "${exchange.fingerprint}" }""");

    /// <summary>While the publisher fails; a person mends it.</summary>
    private static Remedy Failing(string number, string words, string fault) => new(number, words, RemedyCommand.Update)
    {
        Where = fault,
        Before = WithoutRecords,
        Damage = stack => FailAsync(stack, Exchange, fault),
        Act = stack => MendAsync(stack, Exchange),
    };

    private static async Task FailAsync(Situations.SituationStack stack, string server, params string[] fault) =>
        Assert.Equal(0, (await stack.LabAsync(["fault", "--server", server, .. fault])).Code);

    private static async Task MendAsync(Situations.SituationStack stack, string server) =>
        Assert.Equal(0, (await stack.LabAsync("fault", "--server", server, "--off")).Code);
}
