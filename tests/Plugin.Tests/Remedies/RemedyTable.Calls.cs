using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private static readonly RemedyProgram WithoutCheck = Healthy.Without("check");

    /// <summary>Waits for nothing but the settings.</summary>
    private const string BareCheck = $$"""{ server: {{Lync}}, sipUri: "sip:ann@fabrikam.com" }""";

    /// <summary>Exchange copies Lync's keys when it is told to, and not of itself.</summary>
    private static readonly RemedyProgram Copied = Healthy.With("lyncOnExchange", LyncPartner).After("lyncOnExchange", "lync");

    /// <summary>Lync has no certificate any more, and Exchange still its record.</summary>
    private static readonly RemedyProgram Unbound = Copied.Without("lyncCertificate", "lync").With("check", BareCheck);

    private static IEnumerable<Remedy> Calls =>
    [
        new("PT5025", "pulumi up --refresh", RemedyCommand.Update)
        {
            Before = Copied.Without("check"),
            Damage = async stack => Assert.Equal(0, (await stack.LabAsync("roll", "--server", Lync)).Code),
            Wrong = Copied,
            Right = Copied,
            Refreshes = true,
        },
        Stale("PT3026", "pulumi up --refresh"),
        Refused("PT5043", "Add \"contoso.net\" to the accepted domains", Abroad("fabrikam.com"), Abroad("fabrikam.com, contoso.net")),
        new("PT5081", "Bind a certificate to", RemedyCommand.Update)
        {
            Before = WithoutCheck,
            Damage = async stack =>
            {
                stack.Rewrite(_ => Unbound.Without("check").ToString());
                Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
            },
            Wrong = Unbound,
        },
        Refused("PT5083", "Declare an OAuthConfiguration", Healthy.Without("settings"), Healthy),
        Refused("PT5085", "Register the caller", Healthy.Without("lyncOnExchange").With("check", BareCheck), Healthy),
        Refused("PT5085", "Set enabled to true", Healthy.With("lyncOnExchange", LyncPartner.Replace("name: lync", "name: lync, enabled: false", StringComparison.Ordinal)),
            Healthy.With("lyncOnExchange", LyncPartner.Replace("name: lync", "name: lync, enabled: true", StringComparison.Ordinal))) with
        {
            Where = "disabled",
        },
        Refused("PT5088", "Set enabled to true", Healthy.With("exchangeOnLync", Record("enabled: false")), Healthy.With("exchangeOnLync", Record("enabled: true"))),
        Refused("PT5061", "Set trustLevel to Full", Back(Record("trustLevel: Application")), Back(Record("trustLevel: Full"))),
        Refused("PT5087", "Name the other server",
            Healthy.With("check", $$"""{ server: {{Lync}}, target: {{Lync}}, sipUri: "sip:ann@fabrikam.com", method: probe }"""), Healthy),
        new("PT5072", "Give the user the same SIP and SMTP addresses", RemedyCommand.Update)
        {
            Wrong = Healthy.With("check", $$"""{ server: {{Lync}}, sipUri: "sip:bob@fabrikam.com" }"""),
            Right = Healthy.With("check", $$"""{ server: {{Lync}}, sipUri: "sip:bob@fabrikam.com" }""").Setting("mailboxes", $$"""
                [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: {{Exchange}} },
                 { sipUri: "sip:bob@fabrikam.com", smtpAddress: bob@fabrikam.com, server: {{Exchange}} }]
                """),
        },
        new("PT6006", "name a user whose mailbox is on it", RemedyCommand.Update) { Wrong = Two("bob"), Right = Two("ann") },
        new("PT6009", "Enable the archive of the mailbox", RemedyCommand.Update) { Wrong = Archived(false), Right = Archived(true) },
        Disturbed("PT6002", "Correct exchangeAutodiscoverUrl", Exchange, "NotFound"),
        Disturbed("PT6003", "Enable OAuthAuthentication", Exchange, "OAuthDisabled"),
        Disturbed("PT6010", "Repair time synchronisation", Exchange, "ClockSkew", "-600"),
        Disturbed("PT6011", "Add the account", Lync, "AccessDenied"),
        Disturbed("PT6012", "remove form-based pre-authentication", Exchange, "Html"),
        Disturbed("PT6014", "Do not offload TLS", Exchange, "TlsOffloading"),
        Disturbed("PT6007", "correct the redirection", Exchange, "AutodiscoverRedirect"),
        Disturbed("PT6016", "Look at the log", Exchange, "ServerError"),
    ];

    /// <summary>Told by the status after the caller's certificate was rolled.</summary>
    private static Remedy Stale(string number, string words) => new(number, words, RemedyCommand.Status)
    {
        Before = Copied.Without("check"),
        Damage = async stack => Assert.Equal(0, (await stack.LabAsync("roll", "--server", Lync)).Code),
        Wrong = Copied.Without("check"),
        Right = Copied.Without("check"),
        Refreshes = true,
    };

    /// <summary>Two Exchange servers of one organization; the check names the first, for that user.</summary>
    private static RemedyProgram Two(string user) => Servers("{ fqdn: ex02.fabrikam.com, product: ExchangeServer }")
        .Setting("mailboxes", $$"""
            [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: {{Exchange}} },
             { sipUri: "sip:bob@fabrikam.com", smtpAddress: bob@fabrikam.com, server: ex02.fabrikam.com }]
            """)
        .With("check", $$"""{ server: {{Lync}}, target: {{Exchange}}, sipUri: "sip:{{user}}@fabrikam.com", triggers: ["${lyncOnExchange.id}"] }""");

    private static RemedyProgram Archived(bool isEnabled) => Healthy
        .Setting("mailboxes", Mailbox($"smtpAddress: ann@fabrikam.com, server: {Exchange}, archiveEnabled: {(isEnabled ? "true" : "false")}"))
        .With("check", $$"""{ server: {{Lync}}, sipUri: "sip:ann@fabrikam.com", folder: Dumpster, triggers: ["${lyncOnExchange.id}"] }""");

    /// <summary>Told by the check of an update.</summary>
    private static Remedy Refused(string number, string words, RemedyProgram wrong, RemedyProgram right) =>
        new(number, words, RemedyCommand.Update) { Wrong = wrong, Right = right };

    /// <summary>Told by the check while a server fails; a person mends it.</summary>
    private static Remedy Disturbed(string number, string words, string server, params string[] fault) => new(number, words, RemedyCommand.Update)
    {
        Where = fault[0],
        Before = WithoutCheck,
        Damage = stack => FailAsync(stack, server, fault),
        Act = stack => MendAsync(stack, server),
    };

    /// <summary>Lync has a realm that is not among the domains of Exchange but where these say so.</summary>
    private static RemedyProgram Abroad(string domains) => Healthy.With("settings", SettingsOf("realm: contoso.net")).Setting("servers", $$"""
        [{ fqdn: {{Lync}}, product: LyncServer },
         { fqdn: {{Exchange}}, product: ExchangeServer, realm: contoso.com, acceptedDomains: [contoso.com, {{domains}}] },
         { fqdn: {{SharePoint}}, product: SharePointServer, realm: {{Farm}} }]
        """);

    /// <summary>Exchange calls Lync, which has that record of it.</summary>
    private static RemedyProgram Back(string record) => Healthy.With("exchangeOnLync", record)
        .With("check", $$"""
            { server: {{Exchange}}, target: {{Lync}}, sipUri: "sip:ann@fabrikam.com", method: probe,
              triggers: ["${lyncOnExchange.id}", "${exchangeOnLync.id}"] }
            """);
}
