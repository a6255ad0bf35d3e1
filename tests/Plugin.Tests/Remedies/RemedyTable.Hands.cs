using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>What somebody does on a server by hand.</summary>
internal static partial class RemedyTable
{
    private static readonly RemedyProgram Changed = WithoutCheck.With("exchangeOnLync", Record("acceptSecurityIdentifierInformation: true"));

    private static IEnumerable<Remedy> Hands =>
    [
        new("PT4019", "remove the others by name", RemedyCommand.Status)
        {
            Before = WithoutCheck,
            Damage = stack => stack.OnServersAsync(lab => AddAgainAsync(lab, Exchange, "lync", record => record with { Name = "LyncEnterprise-2" })),
            Wrong = WithoutCheck,
            Right = WithoutCheck,
            Act = stack => stack.OnServersAsync(lab => lab.Partners.RemoveAsync(Exchange, "LyncEnterprise-2", default)),
        },
        new("PT4025", "Restore it", RemedyCommand.Status)
        {
            Before = WithoutCheck,
            Damage = stack => stack.OnServersAsync(lab => SetAsync(lab, settings => settings with { ServiceName = "00000004-0000-0ff1-ce00-000000000001" })),
            Wrong = WithoutCheck,
            Right = WithoutCheck,
            Act = stack => stack.OnServersAsync(lab => SetAsync(lab, settings => settings with { ServiceName = WellKnownApplications.Lync })),
        },
        new("PT4031", "or remove it on the server", RemedyCommand.Update)
        {
            Before = WithoutCheck,
            Damage = stack => stack.OnServersAsync(PutAnotherAsync),
            Wrong = Changed,
            Right = Changed,
            Act = stack => stack.OnServersAsync(lab => lab.Partners.RemoveAsync(Lync, "exchange", default)),
            Refreshes = true,
        },
        new("PT4031", "Run \"pulumi refresh\" to take it over", RemedyCommand.Update)
        {
            Where = "taken over",
            Before = WithoutCheck,
            Damage = stack => stack.OnServersAsync(PutAnotherAsync),
            Wrong = Changed,
            Right = Changed,
            Refreshes = true,
        },
        new("PT7017", "Run \"pulumi refresh\"", RemedyCommand.Update)
        {
            Before = WithoutCheck,
            Damage = stack => stack.OnServersAsync(lab => lab.Partners.RemoveAsync(Lync, "exchange", default)),
            Wrong = Changed,
            Right = Changed,
            Refreshes = true,
        },
        Moved("Correct the partner's document") with
        {
            Right = Unmanaged,
            Act = stack => stack.OnServersAsync(lab => SetAsync(lab, settings => settings with { Realm = "fabrikam.com" })),
        },
        Moved("set its realm in the provider's \"servers\"") with
        {
            Where = "declared",
            Right = Unmanaged.Setting("servers", $$"""
                [{ fqdn: {{Lync}}, product: LyncServer, realm: contoso.com },
                 { fqdn: {{Exchange}}, product: ExchangeServer, acceptedDomains: [fabrikam.com, contoso.com] },
                 { fqdn: {{SharePoint}}, product: SharePointServer, realm: {{Farm}} }]
                """),
        },
        new("PT1025", "check the partner's endpoint", RemedyCommand.Refresh)
        {
            Before = WithoutCheck,
            Damage = stack => FailAsync(stack, Exchange, "ServerError"),
            Wrong = WithoutCheck,
            Right = WithoutCheck,
            Act = stack => MendAsync(stack, Exchange),
        },
        new("PT3027", "Run \"pulumi up --refresh\" once", RemedyCommand.Refresh)
        {
            Before = WithoutCheck,
            Damage = async stack =>
            {
                Assert.Equal(0, (await stack.LabAsync("roll", "--server", Lync)).Code);
                Assert.Equal(0, (await stack.LabAsync("clear-previous", "--server", Lync)).Code);
            },
            Wrong = WithoutCheck,
            Right = WithoutCheck,
            Act = stack => stack.UpAsync(),
        },
    ];

    /// <summary>Nothing is declared of Lync's settings.</summary>
    private static readonly RemedyProgram Unmanaged = Healthy.Without("check", "settings");

    /// <summary>Lync's document names another realm than that for which Exchange made its record.</summary>
    private static Remedy Moved(string words) => new("PT4002", words, RemedyCommand.Update)
    {
        Before = Unmanaged,
        Damage = stack => stack.OnServersAsync(lab => SetAsync(lab, settings => settings with { Realm = "contoso.com" })),
        Wrong = Unmanaged.With("lyncOnExchange", AccountOf(", roles: [UserApplication, ArchiveApplication, LegalHoldApplication]")),
    };

    private static async Task AddAgainAsync(EmbeddedLab lab, string server, string name, Func<PartnerApplication, PartnerApplication> change)
    {
        var record = (await lab.Partners.ListAsync(server, default)).Single(known => known.Name == name);
        await lab.Partners.AddAsync([change(record)], default);
    }

    private static async Task PutAnotherAsync(EmbeddedLab lab)
    {
        var record = (await lab.Partners.ListAsync(Lync, default)).Single();
        await lab.Partners.RemoveAsync(Lync, record.Name, default);
        await lab.Partners.AddAsync([record with { Realm = "contoso.com", Issuer = $"{record.ApplicationIdentifier}@contoso.com" }], default);
    }

    private static async Task SetAsync(EmbeddedLab lab, Func<OAuthConfiguration, OAuthConfiguration> change)
    {
        var known = (await lab.ReadStateAsync(default)).OAuthConfigurations.GetValueOrDefault(Lync);
        await lab.Partners.OverwriteOAuthConfigurationAsync(
            change(known ?? new OAuthConfiguration(Lync, "fabrikam.com", WellKnownApplications.Lync, null, [])), default);
    }
}
