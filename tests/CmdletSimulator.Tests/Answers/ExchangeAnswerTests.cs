using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.CmdletSimulator.Tests.Answers;

/// <summary>Exchange's cmdlets about partners and accounts, without a shell.</summary>
public sealed class ExchangeAnswerTests : IAsyncLifetime
{
    private const string Account = "LyncEnterprise-ApplicationAccount";
    private static readonly string LyncUrl = Estate.Lync.MetadataUrl.OriginalString;
    private PlayedServers played = null!;

    public async Task InitializeAsync() => played = await PlayedServers.StartAsync();

    public Task DisposeAsync() => played.DisposeAsync().AsTask();

    [Fact]
    public async Task A_partner_is_shown_with_its_keys_and_where_it_was_read()
    {
        var made = Assert.Single(await NewAsync("Lync"));

        Assert.Equal((LyncUrl, "False", "litwareinc.com"), (made.Text("AuthMetadataUrl"), made.Text("UseAuthServer"), made.Text("Realm")));
        Assert.Equal(Convert.ToBase64String(Certs.Public(0).Der.AsSpan()), made.Text("CertificateStrings"));
        Assert.Equal(("OrganizationalAccount", "dc01.litwareinc.com"), (made.Text("AccountType"), made.Text("OriginatingServer")));
    }

    [Fact]
    public async Task An_identity_that_fits_none_shows_all()
    {
        await NewAsync("one");
        await NewAsync("two");

        Assert.Equal(["one"], await NamesAsync(("Identity", "ONE")));
        Assert.Equal(["one", "two"], await NamesAsync(("Identity", "three")));
        Assert.Equal(["one", "two"], await NamesAsync(("Identity", null)));
        Assert.Equal(["one", "two"], await NamesAsync());
    }

    [Fact]
    public async Task The_same_partner_is_registered_twice_unless_the_organisation_refuses_it()
    {
        await NewAsync("one");
        await NewAsync("two");
        played.World.Directory.Of(Litware.Exchange).RefusesDuplicates = true;
        var refused = await played.World.FailAsync("New-PartnerApplication", "AuthMetadataUrl", ("Name", "three"), ("AuthMetadataUrl", LyncUrl));
        var named = await played.World.FailAsync("New-PartnerApplication", "AuthMetadataUrl", ("Name", "One"), ("AuthMetadataUrl", LyncUrl));

        Assert.Equal(("InvalidOperationException", "ADObjectAlreadyExistsException"), (refused.Reason, named.Reason));
        Assert.Equal(["one", "two"], await NamesAsync());
    }

    [Fact]
    public async Task A_record_is_renamed_switched_off_refreshed_and_removed()
    {
        var before = Assert.Single(await NewAsync("old"));
        await played.World.DoAsync("Set-PartnerApplication", "AuthMetadataUrl", ("Identity", "old"), ("Name", "new"), ("Enabled", false));
        await played.Engine.BindCertificateAsync(new(Litware.Lync, PlayedServers.PfxOf(3), null), default);
        await played.World.DoAsync("Set-PartnerApplication", "RefreshAuthMetadata", ("Identity", "new"), ("RefreshAuthMetadata", new SentValue.Switch(true)));
        var after = Assert.Single(await played.World.DoAsync("Get-PartnerApplication", "__AllParameterSets", ("Identity", "new")));

        Assert.Equal(before["Guid"], after["Guid"]);
        Assert.Equal("False", after.Text("Enabled"));
        Assert.Contains(Convert.ToBase64String(Certs.Public(3).Der.AsSpan()), after.Text("CertificateStrings")!, StringComparison.Ordinal);
        await played.World.DoAsync("Remove-PartnerApplication", "__AllParameterSets", ("Identity", "new"));
        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_a_document_that_cannot_be_read_is_said_to_be()
    {
        var set = await played.World.FailAsync("Set-PartnerApplication", "AuthMetadataUrl", ("Identity", "x"), ("Enabled", false));
        var removed = await played.World.FailAsync("Remove-PartnerApplication", "__AllParameterSets", ("Identity", "x"));
        var user = await played.World.FailAsync("Get-User", "Identity", ("Identity", "x"));
        var linked = await played.World.FailAsync("New-PartnerApplication", "AuthMetadataUrl", ("Name", "x"), ("AuthMetadataUrl", LyncUrl), ("LinkedAccount", "x"));
        var document = await played.World.FailAsync("New-PartnerApplication", "AuthMetadataUrl", ("Name", "x"), ("AuthMetadataUrl", "https://nobody/"));

        Assert.All(new[] { set, removed, user, linked }, error => Assert.Equal(("NotSpecified", "ManagementObjectNotFoundException"), (error.Category, error.Reason)));
        Assert.Matches(@"^\[Server=.*\] \[FailureCategory=Cmdlet-ManagementObjectNotFoundException\] [0-9A-F]+,Microsoft\.Exchange\.Management", set.Id);
        Assert.Equal("AuthMetadataClientException", document.Reason);
    }

    [Fact]
    public async Task The_linked_account_of_a_record_has_the_roles_that_are_assigned_to_it_at_any_time()
    {
        await MakeAccountAsync("UserApplication");
        await NewAsync("Lync", ("LinkedAccount", Account));
        await played.World.DoAsync("New-ManagementRoleAssignment", "User", ("Role", "ArchiveApplication"), ("User", Account));

        var record = await played.Engine.FindPartnerApplicationAsync(Litware.Exchange, "Lync", default);
        Assert.Equal(new LinkedAccount(Account, ["ArchiveApplication", "UserApplication"]), record!.LinkedAccount);
        var shown = Assert.Single(await played.World.DoAsync("Get-PartnerApplication", "__AllParameterSets"));
        Assert.Equal($"litwareinc.com/Users/{Account}", shown.Text("LinkedAccount"));

        await played.World.DoAsync("Remove-ManagementRoleAssignment", "__AllParameterSets", ("Identity", $"UserApplication-{Account}"));
        record = await played.Engine.FindPartnerApplicationAsync(Litware.Exchange, "Lync", default);
        Assert.Equal(["ArchiveApplication"], record!.LinkedAccount!.Roles);

        await played.World.DoAsync("Remove-MailUser", "__AllParameterSets", ("Identity", Account));
        record = await played.Engine.FindPartnerApplicationAsync(Litware.Exchange, "Lync", default);
        Assert.Null(record!.LinkedAccount);
    }

    [Fact]
    public async Task Accounts_and_roles_that_a_record_came_with_are_found()
    {
        await played.Engine.CreatePartnerApplicationAsync(
            new(Litware.Exchange, "Lync", new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false), null, true, true, new(Account, ["UserApplication"])),
            default);

        Assert.Equal("MailUser", Assert.Single(await played.World.DoAsync("Get-User", "Identity", ("Identity", Account))).Text("RecipientType"));
        Assert.Equal("UserApplication", Assert.Single(await played.World.DoAsync(
            "Get-ManagementRoleAssignment", "RoleAssignee", ("RoleAssignee", Account))).Text("Role"));
    }

    [Fact]
    public async Task An_account_is_hidden_and_its_name_taken_once()
    {
        await MakeAccountAsync("UserApplication");
        await played.World.DoAsync("Set-MailUser", "Identity", ("Identity", Account), ("HiddenFromAddressListsEnabled", true));
        var again = await played.World.FailAsync("New-MailUser", "DisabledUser", ("Name", Account), ("ExternalEmailAddress", "a@b.c"));
        var role = await played.World.FailAsync("New-ManagementRoleAssignment", "User", ("Role", "NoSuchRole"), ("User", Account));

        Assert.Equal("True", Assert.Single(await played.World.DoAsync("Get-MailUser", "Identity", ("Identity", Account))).Text("HiddenFromAddressListsEnabled"));
        Assert.Equal(("ADObjectAlreadyExistsException", "ManagementObjectNotFoundException"), (again.Reason, role.Reason));
    }

    [Fact]
    public async Task A_fresh_object_is_found_on_its_own_domain_controller_alone_while_replication_lags()
    {
        var organisation = played.World.Directory.Of(Litware.Exchange);
        organisation.Replication.Lags = true;
        var made = Assert.Single(await played.World.DoAsync("New-MailUser", "DisabledUser", ("Name", Account), ("ExternalEmailAddress", "a@b.c")));

        await played.World.FailAsync("Get-User", "Identity", ("Identity", Account));
        await played.World.FailAsync("Get-User", "Identity", ("Identity", Account), ("DomainController", "dc02.litwareinc.com"));
        await played.World.DoAsync("Get-User", "Identity", ("Identity", Account), ("DomainController", made.Text("OriginatingServer")));
        organisation.Replication.Replicate();
        var read = Assert.Single(await played.World.DoAsync("Get-User", "Identity", ("Identity", Account)));

        Assert.Equal("dc02.litwareinc.com", read.Text("OriginatingServer"));
    }

    [Fact]
    public async Task A_record_of_the_cloud_is_behind_an_authorization_server()
    {
        var cloud = Assert.Single(await played.World.DoAsync("New-PartnerApplication", "ACSTrustApplication", ("Name", "Exchange Online"),
            ("ApplicationIdentifier", "00000002-0000-0ff1-ce00-000000000000")));

        Assert.Equal(("True", "", ""), (cloud.Text("UseAuthServer"), cloud.Text("AuthMetadataUrl"), cloud.Text("Realm")));
    }

    [Fact]
    public async Task An_authorization_server_is_kept_refreshed_and_removed()
    {
        await played.World.DoAsync("New-AuthServer", "AuthMetadataUrl", ("Name", "sts"), ("AuthMetadataUrl", Estate.TokenServer.MetadataUrl.OriginalString));
        await played.World.DoAsync("Set-AuthServer", "RefreshAuthMetadata", ("Identity", "sts"), ("RefreshAuthMetadata", new SentValue.Switch(true)), ("Name", "other"));
        var kept = Assert.Single(await played.World.DoAsync("Get-AuthServer", "__AllParameterSets"));
        await played.World.DoAsync("Remove-AuthServer", "__AllParameterSets", ("Identity", "other"));

        Assert.Equal("other", kept.Text("Name"));
        Assert.Empty(await played.World.DoAsync("Get-AuthServer", "__AllParameterSets"));
    }

    [Fact]
    public async Task The_organisation_is_told()
    {
        played.World.Directory.Of(Litware.Exchange).IsHybrid = true;

        Assert.Equal("litwareinc.com", Assert.Single(await played.World.DoAsync("Get-AcceptedDomain", "__AllParameterSets")).Text("DomainName"));
        Assert.Equal(Litware.Exchange, Assert.Single(await played.World.DoAsync("Get-ExchangeServer", "Identity")).Text("Fqdn"));
        Assert.Equal("True", Assert.Single(await played.World.DoAsync("Get-WebServicesVirtualDirectory", "Server", ("Server", Litware.Exchange))).Text("OAuthAuthentication"));
        Assert.Single(await played.World.DoAsync("Get-AutodiscoverVirtualDirectory", "Identity"));
        Assert.Single(await played.World.DoAsync("Get-HybridConfiguration", "__AllParameterSets"));
        Assert.Single(await played.World.DoAsync("Get-OrganizationConfig", "__AllParameterSets"));
        await played.World.DoAsync("Set-ClientAccessService", "Identity", ("Identity", Litware.Exchange), ("AutoDiscoverServiceInternalUri", new SentValue.Address("https://x/")));
        Assert.Equal("https://x/", Assert.Single(await played.World.DoAsync("Get-ClientAccessService", "__AllParameterSets")).Text("AutoDiscoverServiceInternalUri"));
    }

    [Fact]
    public async Task A_test_of_tokens_tells_by_its_result()
    {
        var call = ("TargetUri", (object?)new SentValue.Address("https://atl-cs-001.litwareinc.com/"));
        var before = Assert.Single(await played.World.DoAsync("Test-OAuthConnectivity", "__AllParameterSets", ("Service", "Generic"), call, ("Mailbox", Litware.KenSmtp)));
        await played.Engine.CreatePartnerApplicationAsync(
            new(Litware.Lync, "Exchange", new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false), TrustLevel.Full, true, false, null), default);
        var after = Assert.Single(await played.World.DoAsync("Test-OAuthConnectivity", "__AllParameterSets", ("Service", "Generic"), call, ("Mailbox", Litware.KenSmtp)));

        Assert.Equal(("Error", "Success"), (before.Text("ResultType"), after.Text("ResultType")));
    }

    [Fact]
    public async Task What_nobody_plays_is_said_aloud()
    {
        var error = await played.World.FailAsync("Get-ExchangeDiagnosticInfo", "__AllParameterSets");

        Assert.Equal("SimulatorHasNoAnswer", error.Id);
    }

    private async Task MakeAccountAsync(string role)
    {
        await played.World.DoAsync("New-MailUser", "DisabledUser", ("Name", Account), ("ExternalEmailAddress", $"{Account}@litwareinc.com"));
        await played.World.DoAsync("New-ManagementRoleAssignment", "User", ("Role", role), ("User", Account));
    }

    private Task<System.Collections.Immutable.ImmutableArray<PlayedValue.Thing>> NewAsync(string name, params (string, object?)[] more) =>
        played.World.DoAsync("New-PartnerApplication", "AuthMetadataUrl", [("Name", name), ("AuthMetadataUrl", LyncUrl), .. more]);

    private async Task<IEnumerable<string?>> NamesAsync(params (string, object?)[] parameters) =>
        (await played.World.DoAsync("Get-PartnerApplication", "__AllParameterSets", parameters)).Select(record => record.Text("Name"));
}
