using System.Reflection;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Tests.Changes;

/// <summary>Whatever becomes another in a record is told.</summary>
public sealed class RecordChangeTests
{
    private static readonly Dictionary<string, Func<PartnerApplication, PartnerApplication>> Partners = new()
    {
        [nameof(PartnerApplication.Source)] = record =>
            record with { Source = new PartnerSource.Metadata(Estate.Lync.MetadataUrl, TrustAnySslCertificate: true) },
        [nameof(PartnerApplication.ApplicationIdentifier)] = record => record with { ApplicationIdentifier = "00000003-0000-0ff1-ce00-000000000000" },
        [nameof(PartnerApplication.Realm)] = record => record with { Realm = "contoso.com" },
        [nameof(PartnerApplication.Issuer)] = record => record with { Issuer = "somebody@contoso.com" },
        [nameof(PartnerApplication.TrustedKeys)] = record => record with { TrustedKeys = [Certs.Valid(77)] },
        [nameof(PartnerApplication.TrustLevel)] = record => record with { TrustLevel = TrustLevel.User },
        [nameof(PartnerApplication.Enabled)] = record => record with { Enabled = !record.Enabled },
        [nameof(PartnerApplication.AcceptSecurityIdentifierInformation)] = record =>
            record with { AcceptSecurityIdentifierInformation = !record.AcceptSecurityIdentifierInformation },
        [nameof(PartnerApplication.LinkedAccount)] = record => record with { LinkedAccount = new LinkedAccount("other", ["ArchiveApplication"]) },
        [nameof(PartnerApplication.IsTrustBroker)] = record => record with { IsTrustBroker = !record.IsTrustBroker },
    };

    private static readonly Dictionary<string, Func<AuthorizationServer, AuthorizationServer>> AuthorizationServers = new()
    {
        [nameof(AuthorizationServer.AuthMetadataUrl)] = record => record with { AuthMetadataUrl = Litware.Url("other.litwareinc.com", "/metadata") },
        [nameof(AuthorizationServer.Realm)] = record => record with { Realm = "contoso.com" },
        [nameof(AuthorizationServer.Issuer)] = record => record with { Issuer = "somebody@contoso.com" },
        [nameof(AuthorizationServer.TrustedKeys)] = record => record with { TrustedKeys = [Certs.Valid(77)] },
        [nameof(AuthorizationServer.Type)] = record => record with { Type = AuthorizationServerType.ADFS },
        [nameof(AuthorizationServer.IsDefaultAuthorizationEndpoint)] = record =>
            record with { IsDefaultAuthorizationEndpoint = !record.IsDefaultAuthorizationEndpoint },
    };

    public static TheoryData<string> OfPartners => [.. Changeable<PartnerApplication>()];

    public static TheoryData<string> OfAuthorizationServers => [.. Changeable<AuthorizationServer>()];

    [Theory]
    [MemberData(nameof(OfPartners))]
    public void What_changes_of_a_partner_application_is_told(string property)
    {
        var record = States.OnExchange;

        AssertTold(TrustState.Empty.Holding(record), TrustState.Empty.Holding(Partners[property](record)), record.Name);
    }

    [Theory]
    [MemberData(nameof(OfAuthorizationServers))]
    public void What_changes_of_an_authorization_server_is_told(string property)
    {
        var record = new AuthorizationServer(
            Estate.Exchange.Fqdn, "STS", Estate.TokenServer.MetadataUrl, Litware.Realm, $"sts@{Litware.Realm}", [Certs.Valid(5)]);

        AssertTold(Keeping(record), Keeping(AuthorizationServers[property](record)), record.Name);
    }

    [Fact]
    public void A_document_that_two_declare_is_one()
    {
        var once = TrustState.Empty with { PublishedMetadata = TrustState.Empty.PublishedMetadata.Add(Estate.Lync.Fqdn, [Estate.Lync.MetadataUrl]) };
        var twice = TrustState.Empty with
        {
            PublishedMetadata = TrustState.Empty.PublishedMetadata.Add(Estate.Lync.Fqdn, [Estate.Lync.MetadataUrl, Estate.Lync.MetadataUrl]),
        };

        Assert.Empty(RecordChange.AllOf(once, twice));
    }

    private static TrustState Keeping(AuthorizationServer record) =>
        TrustState.Empty with { AuthorizationServers = TrustState.Empty.AuthorizationServers.Add((record.Server, record.Name), record) };

    private static IEnumerable<string> Changeable<T>() => typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.SetMethod is not null && property.Name is not ("Server" or "Name")).Select(property => property.Name);

    private static void AssertTold(TrustState before, TrustState after, string name)
    {
        var change = Assert.Single(RecordChange.AllOf(before, after));

        Assert.Equal(ChangeKind.Changed, change.Kind);
        Assert.Contains($"\"{name}\"", change.Title, StringComparison.Ordinal);
        Assert.Single(change.Details);
    }
}
