using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>A stack of which each setting and each resource can be put in another way: the whole trust of Lync and Exchange, and a farm beside
/// them.</summary>
public sealed record RemedyProgram
{
    public const string Lync = "lync01.fabrikam.com";
    public const string Exchange = "ex01.fabrikam.com";
    public const string SharePoint = "sp01.fabrikam.com";
    public const string TokenServer = "sts.fabrikam.com";

    private static readonly ImmutableSortedDictionary<string, string> SoundSettings = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
    [
        Pair("servers", $$"""
            [{ fqdn: {{Lync}}, product: LyncServer }, { fqdn: {{Exchange}}, product: ExchangeServer },
             { fqdn: {{SharePoint}}, product: SharePointServer, realm: af90cc03-4a26-45e9-906a-609cebcebbde },
             { fqdn: {{TokenServer}}, product: TokenServer }]
            """),
        Pair("mailboxes", $$"""[{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: {{Exchange}} }]"""),
    ]);

    /// <summary>Name, type, properties, and what it waits for.</summary>
    private static readonly ImmutableArray<(string Name, string Type, string Properties, string After)> Sound =
    [
        ("lyncCertificate", "CertificateBinding", $$"""{ server: {{Lync}}, source: { generate: {} } }""", ""),
        ("exchangeCertificate", "CertificateBinding", $$"""{ server: {{Exchange}}, source: { generate: {} } }""", ""),
        ("sharePointCertificate", "CertificateBinding", $$"""{ server: {{SharePoint}}, source: { generate: {} } }""", ""),
        ("settings", "OAuthConfiguration",
            $$"""{ server: {{Lync}}, exchangeAutodiscoverUrl: "https://{{Exchange}}/autodiscover/autodiscover.svc" }""", ""),
        ("lync", "AuthMetadataEndpoint", $$"""{ server: {{Lync}} }""", "lyncCertificate settings"),
        ("exchange", "AuthMetadataEndpoint", $$"""{ server: {{Exchange}} }""", "exchangeCertificate"),
        ("sharePoint", "AuthMetadataEndpoint", $$"""{ server: {{SharePoint}} }""", "sharePointCertificate"),
        ("lyncOnExchange", "PartnerApplication",
            $$"""
            { server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}", refreshTrigger: "${lync.fingerprint}",
              linkedAccount: { name: LyncEnterprise-ApplicationAccount } }
            """, ""),
        ("exchangeOnLync", "PartnerApplication",
            $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "${exchange.url}", refreshTrigger: "${exchange.fingerprint}" }""", ""),
        ("check", "ConnectivityCheck", $$"""{ server: {{Lync}}, sipUri: "sip:ann@fabrikam.com", triggers: ["${lyncOnExchange.id}", "${exchangeOnLync.id}"] }""", "settings"),
    ];

    private ImmutableSortedDictionary<string, string> Settings { get; init; } = SoundSettings;

    private ImmutableArray<(string Name, string Type, string Properties, string After)> Resources { get; init; } = Sound;

    public static RemedyProgram Healthy { get; } = new();

    /// <summary>The provider's setting in another way.</summary>
    public RemedyProgram Setting(string name, string value) => this with { Settings = Settings.SetItem(name, value) };

    public RemedyProgram WithoutSetting(string name) => this with { Settings = Settings.Remove(name) };

    /// <summary>The resource with other properties.</summary>
    public RemedyProgram With(string name, string properties) => this with
    {
        Resources = [.. Resources.Select(known => known.Name == name ? known with { Properties = properties } : known)],
    };

    /// <summary>The resource waits for others than it did: their names, each after a space.</summary>
    public RemedyProgram After(string name, string others) => this with
    {
        Resources = [.. Resources.Select(known => known.Name == name ? known with { After = others } : known)],
    };

    /// <summary>A further resource; it comes before the check.</summary>
    public RemedyProgram Adding(string name, string type, string properties, string after = "") =>
        this with { Resources = Resources.Insert(Resources.Length - 1, (name, type, properties, after)) };

    public RemedyProgram Without(params string[] names) =>
        this with { Resources = Resources.RemoveAll(known => names.Contains(known.Name, StringComparer.Ordinal)) };

    /// <summary>Only these of them.</summary>
    public RemedyProgram Only(params string[] names) =>
        this with { Resources = Resources.RemoveAll(known => !names.Contains(known.Name, StringComparer.Ordinal)) };

    /// <summary>As it stands in Pulumi.yaml.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("name: remedies\nruntime: yaml\nconfig:\n");
        foreach (var (name, value) in Settings)
        {
            text.Append(CultureInfo.InvariantCulture, $"  partnertrust:{name}:\n    value: {Indented(value)}\n");
        }

        text.Append("resources:\n");
        foreach (var (name, type, properties, after) in Resources)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {name}:\n    type: partnertrust:{type}\n    properties: {Indented(properties)}\n");
            var others = after.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(Resources.Select(known => known.Name)).ToList();
            if (others.Count > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"    options: {{ dependsOn: [{string.Join(", ", others.Select(other => $"\"${{{other}}}\""))}] }}\n");
            }
        }

        return text.ToString();
    }

    private static string Indented(string value) => value.Trim().ReplaceLineEndings("\n      ");

    private static KeyValuePair<string, string> Pair(string name, string value) => new(name, value);
}
