using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Exchange;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.PowerShell.Exchange;

/// <summary>Found and wanted, and the calls between them. Certificates are told by their number; -1 is none.</summary>
public sealed class ExchangePlanTests
{
    private const string Publish = "Set-AuthConfig -PublishCertificate -Force";
    private const string Clear = "Set-AuthConfig -ClearPreviousCertificate -Force";
    private const string Account = "LyncEnterprise-ApplicationAccount";

    private const string Make = "New-PartnerApplication -Name Lync -AuthMetadataUrl https://atl-cs-001.litwareinc.com/metadata/json/1 "
        + $"-AcceptSecurityIdentifierInformation $true -Enabled $true -LinkedAccount {Account}";

    private static readonly DateTimeOffset Effective = Certs.Now.AddDays(9);
    private static readonly PartnerApplication Record = States.OnExchange with { TrustedKeys = [Certs.Public(0)] };

    [Theory]
    [InlineData(-1, -1, -1, -1, 0, -1, $"Set-AuthConfig -NewCertificateThumbprint key0 -NewCertificateEffectiveDate 2026-03-01T12:03Z -Force; {Publish}")]
    [InlineData(-1, 0, -1, 0, 1, -1, $"Set-AuthConfig -NewCertificateThumbprint key1 -NewCertificateEffectiveDate 2026-03-01T12:03Z -Force; {Publish}")]
    [InlineData(-1, 0, -1, -1, 0, 1, "Set-AuthConfig -NewCertificateThumbprint key1 -NewCertificateEffectiveDate 2026-03-10T12:00Z -Force")]
    [InlineData(-1, 0, 1, 0, 1, -1, Publish)]
    [InlineData(-1, 0, 1, 0, 2, -1, $"Set-AuthConfig -NewCertificateThumbprint key2 -NewCertificateEffectiveDate 2026-03-01T12:03Z -Force; {Publish}")]
    [InlineData(-1, 0, 1, -1, 0, 2, "Set-AuthConfig -NewCertificateThumbprint key2 -NewCertificateEffectiveDate 2026-03-10T12:00Z -Force")]
    [InlineData(-1, 0, 1, -1, 0, -1, "Set-AuthConfig -NewCertificateThumbprint $null -Force")]
    [InlineData(2, 0, -1, -1, 0, -1, Clear)]
    [InlineData(-1, 0, 1, -1, 1, -1, $"{Publish}; {Clear}")]
    [InlineData(2, 0, 1, 2, 0, 1, "")]
    public void Certificates_are_staged_published_and_cleared(
        int previous, int current, int next, int wantedPrevious, int wantedCurrent, int wantedNext, string calls)
    {
        var found = Sight(new BoundCertificates(Thumbprint(previous), Thumbprint(current), Thumbprint(next), next < 0 ? null : Effective));

        Assert.Equal(calls, Plan(found, Certificates(Slots(wantedPrevious, wantedCurrent, wantedNext))));
    }

    [Fact]
    public void A_staged_certificate_that_is_due_is_published_before_anything_else_is_staged() => Assert.Equal(
        $"{Publish}; Set-AuthConfig -NewCertificateThumbprint key2 -NewCertificateEffectiveDate 2026-03-10T12:00Z -Force",
        Plan(Sight(new BoundCertificates(null, Thumbprint(0), Thumbprint(1), Certs.Now)), Certificates(Slots(0, 1, 2))));

    [Fact]
    public void A_current_certificate_that_nobody_has_is_replaced_and_forgotten() => Assert.Equal(
        $"Set-AuthConfig -NewCertificateThumbprint key1 -NewCertificateEffectiveDate 2026-03-01T12:03Z -Force; {Publish}; {Clear}",
        Plan(Sight(new BoundCertificates(null, Thumbprint(0), null, null)), Certificates(Slots(-1, 1, -1))));

    [Fact]
    public void A_certificate_that_the_servers_lack_is_imported_on_one_of_them()
    {
        var change = Certificates(Slots(-1, 0, 1)) with { Brought = CertificateToImport.Wrap(Certs.Key(1), OneTimePassword.Make()) };
        var found = Sight(new BoundCertificates(null, Thumbprint(0), null, null));
        const string Stage = "Set-AuthConfig -NewCertificateThumbprint key1 -NewCertificateEffectiveDate 2026-03-10T12:00Z -Force";

        Assert.Equal($"Import-ExchangeCertificate -FileData <pfx> -Password *** -PrivateKeyExportable $true; {Stage}", Plan(found, change));
        found = found with { Snapshot = found.Snapshot with { Certificates = [new StoredCertificate(Certs.Public(1), null, null)] } };
        Assert.Equal(Stage, Plan(found, change));
    }

    [Fact]
    public void Nothing_is_unbound_and_what_is_left_is_said()
    {
        var plan = ExchangePlan.Of(
            Estate.Exchange,
            new ExchangeFound(Sight(new BoundCertificates(null, Thumbprint(0), null, null)), null, null),
            Certificates(CertificateSlots.Empty),
            new ExchangeCmdlets(null));

        Assert.Empty(plan.Calls);
        Assert.Equal("PT8150", Assert.Single(plan.Remarks).Code);
    }

    [Fact]
    public void A_new_record_is_linked_to_an_account_that_is_made_for_it() => Assert.Equal(
        $"New-MailUser -Name {Account} -ExternalEmailAddress {Account}@litwareinc.com; Set-MailUser -Identity {Account} -HiddenFromAddressListsEnabled $true; "
        + $"New-ManagementRoleAssignment -Role ArchiveApplication -User {Account}; New-ManagementRoleAssignment -Role UserApplication -User {Account}; {Make}",
        Plan(Sight(), Saved(null, Record), null, "litwareinc.com"));

    [Fact]
    public void An_account_that_is_there_gets_the_roles_that_it_lacks_and_keeps_those_that_others_gave_it() => Assert.Equal(
        $"New-ManagementRoleAssignment -Role ArchiveApplication -User {Account}; {Make}",
        Plan(Sight(), Saved(null, Record), new FoundAccount("User", [Role("UserApplication"), Role("Mailbox Search")])));

    [Fact]
    public void Roles_that_are_not_declared_any_more_are_taken_from_the_account_of_the_record() => Assert.Equal(
        "Remove-ManagementRoleAssignment -Identity 'Mailbox Search-1'",
        Plan(
            Sight(Record),
            Saved(Record, Record),
            new FoundAccount("MailUser", [Role("UserApplication"), Role("Mailbox Search"), Role("ArchiveApplication")]) { IsHidden = true }));

    [Theory]
    [InlineData("SMTP:LyncEnterprise-ApplicationAccount@litwareinc.com", false, true)]
    [InlineData("LyncEnterprise-ApplicationAccount@litwareinc.com", false, true)]
    [InlineData("SMTP:LyncEnterprise-ApplicationAccount@litwareinc.com", true, false)]
    [InlineData("SMTP:someone@litwareinc.com", false, false)]
    public void Only_an_account_whose_making_was_interrupted_is_hidden(string address, bool isHidden, bool isHiddenNow)
    {
        var account = new FoundAccount("MailUser", [Role("UserApplication"), Role("ArchiveApplication")]) { ExternalAddress = address, IsHidden = isHidden };

        Assert.Equal(
            isHiddenNow ? $"Set-MailUser -Identity {Account} -HiddenFromAddressListsEnabled $true" : "",
            Plan(Sight(Record), Saved(Record, Record), account, "litwareinc.com"));
    }

    [Fact]
    public void An_account_may_lie_in_a_folder()
    {
        var linked = new LinkedAccount($"litwareinc.com/Users/{Account}", ["UserApplication"]);

        Assert.Equal(
            $"New-MailUser -Name {Account} -ExternalEmailAddress {Account}@litwareinc.com -OrganizationalUnit litwareinc.com/Users; "
            + $"Set-MailUser -Identity litwareinc.com/Users/{Account} -HiddenFromAddressListsEnabled $true; "
            + $"New-ManagementRoleAssignment -Role UserApplication -User litwareinc.com/Users/{Account}",
            Plan(Sight(Record), Saved(Record, Record with { LinkedAccount = linked }), null, "litwareinc.com"));
    }

    [Fact]
    public void An_account_that_cannot_be_made_or_taken_is_refused()
    {
        var noDomain = Assert.Throws<FaultException>(() => Plan(Sight(), Saved(null, Record), null));
        var mailbox = Assert.Throws<FaultException>(() => Plan(Sight(), Saved(null, Record), new FoundAccount("UserMailbox", [])));

        Assert.Equal("PT8155", noDomain.Faults[0].Code);
        Assert.Equal("PT8156", mailbox.Faults[0].Code);
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "nothing", "" },
        {
            "keys", "Set-PartnerApplication -Identity Lync -RefreshAuthMetadata -AcceptSecurityIdentifierInformation $true -Enabled $true "
                + $"-LinkedAccount {Account}"
        },
        {
            "url", "Set-PartnerApplication -Identity Lync -AuthMetadataUrl https://pool02.litwareinc.com/metadata/json/1 -AcceptSecurityIdentifierInformation $true -Enabled $true "
                + $"-LinkedAccount {Account}"
        },
        {
            "name", "Set-PartnerApplication -Identity LyncEnterprise-1 -Name Lync -RefreshAuthMetadata -AcceptSecurityIdentifierInformation $true -Enabled $true "
                + $"-LinkedAccount {Account}"
        },
        { "unlinked", "Set-PartnerApplication -Identity Lync -RefreshAuthMetadata -AcceptSecurityIdentifierInformation $true -Enabled $true -LinkedAccount $null" },
        { "partner", $"Remove-PartnerApplication -Identity Lync; {Make}" },
        {
            "behind", "New-PartnerApplication -Name Online -ApplicationIdentifier 00000004-0000-0ff1-ce00-000000000000 -AcceptSecurityIdentifierInformation $false -Enabled $true"
        },
        {
            "behind again", "Set-PartnerApplication -Identity Online -ApplicationIdentifier 00000004-0000-0ff1-ce00-000000000000 "
                + "-AcceptSecurityIdentifierInformation $false -Enabled $false"
        },
        { "removed", "Remove-PartnerApplication -Identity Lync" },
        { "hybrid", "" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Records_are_changed_in_place_and_replaced_where_the_partner_is_another(string how, string calls)
    {
        var other = Record with { Realm = "contoso.com", Issuer = $"{Record.ApplicationIdentifier}@contoso.com" };
        var online = Record with
        {
            Name = "Online",
            Source = new PartnerSource.AuthorizationServer(Record.ApplicationIdentifier, ""),
            Realm = "",
            Issuer = $"{Record.ApplicationIdentifier}@",
            TrustedKeys = [],
            LinkedAccount = null,
            AcceptSecurityIdentifierInformation = false,
        };
        var renamed = Record with { Name = "LyncEnterprise-1" };
        var (found, change) = how switch
        {
            "nothing" => ([Record, online], Saved(Record, Record)),
            "keys" => ([Record, online], Saved(Record, Record with { TrustedKeys = [Certs.Public(1)] })),
            "url" => ([Record], Saved(Record, Record with { Source = new PartnerSource.Metadata(new Uri("https://pool02.litwareinc.com/metadata/json/1"), false) })),
            "name" => ([renamed], new ServerChange.PartnerRecord(new RecordChange<PartnerApplication>([renamed], renamed, Record))),
            "unlinked" => ([Record], Saved(Record, Record with { LinkedAccount = null })),
            "partner" => ([other], new ServerChange.PartnerRecord(new RecordChange<PartnerApplication>([other], null, Record))),
            "behind" => ([Record], Saved(null, online)),
            "behind again" => ([online, Record], Saved(online, online with { Enabled = false })),
            "removed" => ([online, Record], new ServerChange.PartnerRecord(new RecordChange<PartnerApplication>([Record], null, null))),
            _ => (
                (PartnerApplication[])[online with { Name = "Lync" }],
                new ServerChange.PartnerRecord(new RecordChange<PartnerApplication>([Record], null, null))),
        };

        Assert.Equal(calls, Plan(Sight(found), change, new FoundAccount("User", [Role("UserApplication"), Role("ArchiveApplication")])));
    }

    [Fact]
    public void The_account_of_a_removed_record_is_left_and_that_is_said()
    {
        var plan = ExchangePlan.Of(
            Estate.Exchange,
            new ExchangeFound(Sight(Record), null, null),
            new ServerChange.PartnerRecord(new RecordChange<PartnerApplication>([Record], null, null)),
            new ExchangeCmdlets(null));

        Assert.Equal("PT8158", Assert.Single(plan.Remarks).Code);
    }

    [Fact]
    public void An_authorization_server_is_read_again_renamed_and_pointed_elsewhere()
    {
        var (url, elsewhere) = (Estate.TokenServer.MetadataUrl, new Uri("https://other.litwareinc.com/metadata/json/1"));
        var record = new AuthorizationServer(Litware.Exchange, "sts", url, Litware.Realm, Estate.TokenServer.Issuer, [Certs.Public(3)]);
        var found = Sight() with { Snapshot = Sight().Snapshot with { AuthorizationServers = [record] } };

        Assert.Equal("", Plan(found, Saved(record, record)));
        Assert.Equal("Set-AuthServer -Identity sts -RefreshAuthMetadata", Plan(found, Saved(record, record with { TrustedKeys = [Certs.Public(0)] })));
        Assert.Equal(
            $"Set-AuthServer -Identity sts -AuthMetadataUrl {elsewhere}", Plan(found, Saved(record, record with { AuthMetadataUrl = elsewhere })));
        Assert.Equal($"New-AuthServer -Name sts -AuthMetadataUrl {url}", Plan(Sight(), Saved(null, record)));
        Assert.Equal(
            "Remove-AuthServer -Identity sts",
            Plan(found, new ServerChange.AuthorizationServerRecord(new RecordChange<AuthorizationServer>([record], null, null))));
    }

    private static string Plan(ServerSight found, ServerChange change, FoundAccount? account = null, string? domain = null) => string.Join(
        "; ", CallText.Of(ExchangePlan.Of(Estate.Exchange, new ExchangeFound(found, account, domain), change, new ExchangeCmdlets(null)).Calls));

    private static ServerChange.Certificates Certificates(CertificateSlots wanted) => new(wanted, null) { ServerTime = Certs.Now.AddMinutes(3) };

    private static ServerChange.PartnerRecord Saved(PartnerApplication? before, PartnerApplication wanted) =>
        new(new RecordChange<PartnerApplication>([], before, wanted));

    private static ServerChange.AuthorizationServerRecord Saved(AuthorizationServer? before, AuthorizationServer wanted) =>
        new(new RecordChange<AuthorizationServer>([], before, wanted));

    private static FoundRole Role(string name) => new(name, $"{name}-1");

    private static ServerSight Sight(params PartnerApplication[] records) =>
        new(new ServerSnapshot(Litware.Exchange, ServerParts.All) { PartnerApplications = [.. records] });

    private static ServerSight Sight(BoundCertificates bound) => new(new ServerSnapshot(Litware.Exchange, ServerParts.All)) { Bound = bound };

    private static Thumbprint? Thumbprint(int key) => key < 0 ? null : Certs.Public(key).Thumbprint;

    private static CertificateSlots Slots(int previous, int current, int next) =>
        new(Key(previous), Key(current), Key(next), next < 0 ? null : Effective);

    private static SigningCertificate? Key(int key) => key < 0 ? null : Certs.Public(key);
}
