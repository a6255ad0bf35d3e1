using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Lync;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Lync;

/// <summary>Found and wanted, and the calls between them. Certificates are told by their number; -1 is none.</summary>
public sealed class LyncPlanTests
{
    private const string Global = "-Identity global -Type OAuthTokenIssuer";
    private static readonly DateTimeOffset Effective = Certs.Now.AddDays(9);
    private static readonly PartnerSource Cloud = new PartnerSource.AuthorizationServer(WellKnownApplications.Exchange, "");

    [Theory]
    [InlineData(-1, -1, -1, -1, 0, -1, $"Set-CsCertificate {Global} -Thumbprint key0 -Force")]
    [InlineData(-1, 0, -1, 0, 1, -1, $"Set-CsCertificate {Global} -Thumbprint key1 -Force")]
    [InlineData(-1, 0, -1, -1, 0, 1, $"Set-CsCertificate {Global} -Thumbprint key1 -EffectiveDate 2026-03-10T12:00Z -Roll -Force")]
    [InlineData(-1, -1, -1, -1, -1, 1, $"Set-CsCertificate {Global} -Thumbprint key1 -EffectiveDate 2026-03-10T12:00Z -Roll -Force")]
    [InlineData(-1, 0, 1, 0, 1, -1, $"Set-CsCertificate {Global} -Thumbprint key1 -Force")]
    [InlineData(-1, 0, 1, -1, 0, 2, $"Set-CsCertificate {Global} -Thumbprint key2 -EffectiveDate 2026-03-10T12:00Z -Roll -Force")]
    [InlineData(1, 0, 2, 1, 0, -1, $"Set-CsCertificate {Global} -Thumbprint key0 -Force")]
    [InlineData(1, 0, -1, -1, 0, -1, $"Remove-CsCertificate {Global} -Previous -Force")]
    [InlineData(-1, 0, -1, -1, -1, -1, $"Remove-CsCertificate {Global} -Force")]
    [InlineData(1, 0, -1, -1, -1, -1, $"Remove-CsCertificate {Global} -Previous -Force; Remove-CsCertificate {Global} -Force")]
    [InlineData(1, 0, 2, 1, 0, 2, "")]
    [InlineData(-1, -1, -1, -1, -1, -1, "")]
    public void Certificates_are_assigned_once_for_the_whole_deployment(
        int previous, int current, int next, int wantedPrevious, int wantedCurrent, int wantedNext, string calls)
    {
        var found = Sight(new BoundCertificates(Thumbprint(previous), Thumbprint(current), Thumbprint(next), next < 0 ? null : Effective));

        var plan = Plan(found, new ServerChange.Certificates(Slots(wantedPrevious, wantedCurrent, wantedNext), null));

        Assert.Equal(calls, plan);
    }

    [Fact]
    public void A_certificate_that_the_server_lacks_is_imported_and_assigned_by_one_call()
    {
        var brought = CertificateToImport.Wrap(Certs.Key(1), OneTimePassword.Make());
        var found = Sight(new BoundCertificates(null, Thumbprint(0), null, null));

        Assert.Equal(
            $"Import-CsCertificate {Global} -Path <pfx> -Password *** -Force", Plan(found, new ServerChange.Certificates(Slots(0, 1, -1), brought)));
        Assert.Equal(
            $"Import-CsCertificate {Global} -Path <pfx> -Password *** -EffectiveDate 2026-03-10T12:00Z -Roll -Force",
            Plan(found, new ServerChange.Certificates(Slots(-1, 0, 1), brought)));
    }

    [Fact]
    public void One_that_it_has_is_not_imported_again()
    {
        var found = Sight(BoundCertificates.None);
        found = found with { Snapshot = found.Snapshot with { Certificates = [new StoredCertificate(Certs.Public(1), null, null)] } };

        Assert.Equal(
            $"Set-CsCertificate {Global} -Thumbprint key1 -Force",
            Plan(found, new ServerChange.Certificates(Slots(-1, 1, -1), CertificateToImport.Wrap(Certs.Key(1), OneTimePassword.Make()))));
    }

    [Fact]
    public void A_date_that_changes_is_staged_again() => Assert.Equal(
        $"Set-CsCertificate {Global} -Thumbprint key1 -EffectiveDate 2026-03-11T12:00Z -Roll -Force",
        Plan(
            Sight(new BoundCertificates(null, Thumbprint(0), Thumbprint(1), Effective)),
            new ServerChange.Certificates(Slots(-1, 0, 1) with { NextEffectiveDate = Effective.AddDays(1) }, null)));

    public static TheoryData<string, string> Records => new()
    {
        {
            "new", "New-CsPartnerApplication -Identity Exchange -MetadataUrl https://autodiscover.litwareinc.com/autodiscover/metadata/json/1 -ApplicationTrustLevel Full "
                + "-AcceptSecurityIdentifierInformation $false -Enabled $true"
        },
        {
            "certificate", "New-CsPartnerApplication -Identity Exchange -ApplicationIdentifier 00000002-0000-0ff1-ce00-000000000000 -Realm litwareinc.com -CertificateRawData der0 "
                + "-ApplicationTrustLevel Full -AcceptSecurityIdentifierInformation $false -Enabled $true"
        },
        {
            "behind", "New-CsPartnerApplication -Identity Exchange -ApplicationIdentifier 00000002-0000-0ff1-ce00-000000000000 -UseOAuthServer -ApplicationTrustLevel Full "
                + "-AcceptSecurityIdentifierInformation $false -Enabled $true"
        },
        {
            "again", "Set-CsPartnerApplication -Identity Exchange -MetadataUrl https://autodiscover.litwareinc.com/autodiscover/metadata/json/1 -ApplicationTrustLevel Full "
                + "-AcceptSecurityIdentifierInformation $false -Enabled $true"
        },
        {
            "disabled", "Set-CsPartnerApplication -Identity Exchange -MetadataUrl https://autodiscover.litwareinc.com/autodiscover/metadata/json/1 -ApplicationTrustLevel User "
                + "-AcceptSecurityIdentifierInformation $true -Enabled $false"
        },
        {
            "renamed", "Remove-CsPartnerApplication -Identity microsoft.exchange -Force; New-CsPartnerApplication -Identity Exchange "
                + "-MetadataUrl https://autodiscover.litwareinc.com/autodiscover/metadata/json/1 -ApplicationTrustLevel Full -AcceptSecurityIdentifierInformation $false -Enabled $true"
        },
        {
            "switched", "Set-CsPartnerApplication -Identity Exchange -CertificateRawData der0 -ApplicationTrustLevel Full -AcceptSecurityIdentifierInformation $false -Enabled $true"
        },
        { "removed", "Remove-CsPartnerApplication -Identity Exchange -Force" },
        { "gone", "" },
        { "replaced by another", "" },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Records_are_made_changed_and_removed(string how, string calls)
    {
        var record = States.OnLync;
        var given = record with { Source = new PartnerSource.Certificate(record.ApplicationIdentifier, record.Realm, Certs.Public(0)) };
        var unseen = record with { TrustedKeys = null };
        var old = unseen with { Name = "microsoft.exchange" };
        var disabled = record with { Enabled = false, TrustLevel = TrustLevel.User, AcceptSecurityIdentifierInformation = true };
        var behind = record with { Source = Cloud, Realm = "", Issuer = $"{record.ApplicationIdentifier}@", TrustedKeys = [] };
        var (found, change) = how switch
        {
            "new" => ([], Change(null, record)),
            "certificate" => ([], Change(null, given)),
            "behind" => ([], Change(null, behind)),
            "again" => ([unseen], Change(unseen, record)),
            "disabled" => ([unseen], Change(unseen, disabled)),
            "renamed" => ([old], new RecordChange<PartnerApplication>([old], old, record)),
            "switched" => ([unseen], Change(unseen, given)),
            "removed" => ([unseen], new RecordChange<PartnerApplication>([unseen], null, null)),
            "gone" => ([], new RecordChange<PartnerApplication>([unseen], null, null)),
            _ => ((PartnerApplication[])[behind with { Name = "Exchange" }], new RecordChange<PartnerApplication>([unseen], null, null)),
        };

        Assert.Equal(calls, Plan(Sight(found), new ServerChange.PartnerRecord(change)));
    }

    [Fact]
    public void A_call_that_only_copies_keys_is_known_as_such()
    {
        var unseen = States.OnLync with { TrustedKeys = null };

        var again = LyncPlan.Of(Estate.Lync, Sight(unseen), new ServerChange.PartnerRecord(Change(unseen, States.OnLync)));
        var changed = LyncPlan.Of(Estate.Lync, Sight(unseen with { Enabled = false }), new ServerChange.PartnerRecord(Change(unseen, States.OnLync)));

        Assert.Equal(again.Calls.AsEnumerable(), again.ForKeysAlone);
        Assert.Single(changed.Calls);
        Assert.Empty(changed.ForKeysAlone);
    }

    [Fact]
    public void Of_the_settings_only_what_differs_is_written_and_what_has_no_value_is_cleared()
    {
        var wanted = Estate.LyncSettings with { Realm = "contoso.com", ExchangeAutodiscoverAllowedDomains = ["*.contoso.com", "fabrikam.com"] };
        var found = Sight() with { Snapshot = Sight().Snapshot with { Settings = Estate.LyncSettings } };

        Assert.Equal(
            "Set-CsOAuthConfiguration -Identity global -Realm contoso.com -ExchangeAutodiscoverAllowedDomains *.contoso.com;fabrikam.com",
            Plan(found, new ServerChange.Settings(wanted)));
        Assert.Equal(
            "Set-CsOAuthConfiguration -Identity global -ExchangeAutodiscoverUrl $null",
            Plan(found, new ServerChange.Settings(Estate.LyncSettings with { ExchangeAutodiscoverUrl = null })));
        Assert.Equal("", Plan(found, new ServerChange.Settings(Estate.LyncSettings)));
    }

    [Fact]
    public void An_authorization_server_of_another_realm_is_made_anew()
    {
        var url = Estate.TokenServer.MetadataUrl;
        var record = new AuthorizationServer(Litware.Lync, "sts", url, Litware.Realm, Estate.TokenServer.Issuer, null);
        var other = record with { Realm = "tenant" };
        var found = Sight() with { Snapshot = Sight().Snapshot with { AuthorizationServers = [record] } };

        Assert.Equal(
            $"Remove-CsOAuthServer -Identity sts -Force; New-CsOAuthServer -Identity sts -MetadataUrl {url} -Realm tenant",
            Plan(found, new ServerChange.AuthorizationServerRecord(new RecordChange<AuthorizationServer>([], record, other))));
        Assert.Equal(
            $"Set-CsOAuthServer -Identity sts -MetadataUrl {url}",
            Plan(found, new ServerChange.AuthorizationServerRecord(
                new RecordChange<AuthorizationServer>([], record, record with { TrustedKeys = [Certs.Public(3)] }))));
    }

    private static string Plan(ServerSight found, ServerChange change) => string.Join("; ", CallText.Of(LyncPlan.Of(Estate.Lync, found, change).Calls));

    private static RecordChange<PartnerApplication> Change(PartnerApplication? before, PartnerApplication wanted) => new([], before, wanted);

    private static ServerSight Sight(params PartnerApplication[] records) =>
        new(new ServerSnapshot(Litware.Lync, ServerParts.All) { PartnerApplications = [.. records] });

    private static ServerSight Sight(BoundCertificates bound) => new(new ServerSnapshot(Litware.Lync, ServerParts.All)) { Bound = bound };

    private static Thumbprint? Thumbprint(int key) => key < 0 ? null : Certs.Public(key).Thumbprint;

    private static CertificateSlots Slots(int previous, int current, int next) =>
        new(Key(previous), Key(current), Key(next), next < 0 ? null : Effective);

    private static SigningCertificate? Key(int key) => key < 0 ? null : Certs.Public(key);
}
