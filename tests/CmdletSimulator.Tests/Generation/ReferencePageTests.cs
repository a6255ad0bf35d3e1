using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.Tests.Generation;

/// <summary>Which release has what.</summary>
public sealed class ReferencePageTests
{
    private static readonly Lazy<ProductCmdlets> Cmdlets = new(() => new ProductCmdlets(ReferencePages.Read()));

    [SkippableFact]
    public void No_release_on_the_premises_has_the_parameters_and_sets_of_the_cloud()
    {
        var cmdlet = Find(Edition.ExchangeSe, "New-ManagementRoleAssignment");

        Assert.Equal(["Computer", "Policy", "SecurityGroup", "User"], cmdlet.Sets.Select(set => set.Name));
        Assert.DoesNotContain("MicrosoftOnlineServicesID", Find(Edition.ExchangeSe, "New-MailUser").Sets.Select(set => set.Name));
        Assert.DoesNotContain("App", cmdlet.ParameterNames);
    }

    [SkippableFact]
    public void Exchange_2013_has_no_account_types_and_client_access_under_its_old_name()
    {
        var names = Of(Edition.Exchange2013).Select(cmdlet => cmdlet.Name).ToList();

        Assert.Contains("Get-ClientAccessServer", names);
        Assert.DoesNotContain("Get-ClientAccessService", names);
        Assert.DoesNotContain("AccountType", Find(Edition.Exchange2013, "New-PartnerApplication").ParameterNames);
        Assert.Contains("AccountType", Find(Edition.Exchange2016, "New-PartnerApplication").ParameterNames);
        Assert.Contains("FileName", Find(Edition.Exchange2013, "Import-ExchangeCertificate").ParameterNames);
        Assert.DoesNotContain("FileName", Find(Edition.Exchange2019, "Import-ExchangeCertificate").ParameterNames);
    }

    [SkippableFact]
    public void Lync_2013_lacks_what_came_with_Skype_for_Business()
    {
        Assert.DoesNotContain("Type", Find(Edition.Lync2013, "New-CsOAuthServer").ParameterNames);
        Assert.Contains("Type", Find(Edition.SkypeForBusiness2015, "New-CsOAuthServer").ParameterNames);
    }

    [SkippableFact]
    public void The_older_SharePoint_wants_a_name_with_a_certificate_and_none_with_a_document()
    {
        var older = Find(Edition.SharePoint2016, "New-SPTrustedSecurityTokenIssuer").Sets;

        Assert.Equal(["ManualConfigParameterSet", "MetadataEndPointParameterSet"], older.Select(set => set.Name));
        Assert.Equal(
            ["Name", "Certificate", "RegisteredIssuerName"], older[0].Parameters.Where(found => found.IsMandatory).Select(found => found.Name));
        Assert.DoesNotContain("RegisteredIssuerName", older[1].Parameters.Select(found => found.Name));
        Assert.Contains(
            Find(Edition.SharePoint2019, "Set-SPTrustedSecurityTokenIssuer").Sets[1].Parameters,
            found => found is { Name: "MetadataEndPoint", IsMandatory: true });
        Assert.Equal(
            ["ImportCertificateParameterSet", "MetadataEndPointParameterSet"],
            Find(Edition.SharePointSe, "New-SPTrustedSecurityTokenIssuer").Sets.Select(set => set.Name));
    }

    [SkippableFact]
    public void The_sets_that_the_page_has_swapped_are_put_right()
    {
        var sets = Find(Edition.Exchange2013, "Import-ExchangeCertificate").Sets;

        Assert.All(sets, set => Assert.Contains(set.Parameters, parameter => parameter.Name == set.Name && parameter.IsMandatory));
    }

    private static CmdletSyntax Find(Edition edition, string cmdlet) => Of(edition).Single(found => found.Name == cmdlet);

    private static ImmutableArray<CmdletSyntax> Of(Edition edition)
    {
        Skip.IfNot(ReferencePages.ArePresent, "../shared has no cmdlets.json.");
        return Cmdlets.Value.Of(edition);
    }
}
