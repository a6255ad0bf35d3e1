using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Plugin.Commands.Importing;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Importing;

public sealed partial class ImportNamesTests
{
    [Fact]
    public void Servers_go_by_their_first_label_until_two_share_it()
    {
        var names = new ImportNames([Of("lync.litwareinc.com"), Of("mail.litwareinc.com"), Of("mail.fabrikam.com")]);

        Assert.Equal("metadata-lync", names.Of("metadata", Of("lync.litwareinc.com")));
        Assert.Equal("metadata-mail-fabrikam-com", names.Of("metadata", Of("mail.fabrikam.com")));
        Assert.Equal("partner-exchange-2013-on-lync", names.Of("partner", "Exchange (2013)", Of("lync.litwareinc.com")));
    }

    [Fact]
    public void Records_that_would_be_named_alike_are_counted()
    {
        var names = new ImportNames([Of("lync.litwareinc.com")]);

        Assert.Equal("partner-a-1-on-lync", names.Of("partner", "a 1", Of("lync.litwareinc.com")));
        Assert.Equal("partner-a1-on-lync-2", names.Of("partner", "A1", Of("lync.litwareinc.com")));
        Assert.Equal("partner-on-lync", names.Of("partner", "Ω", Of("lync.litwareinc.com")));
    }

    [Fact]
    public void Whatever_records_are_called_their_names_are_valid_and_differ() => Prop.ForAll<string[]>(records =>
    {
        var server = Of("lync.litwareinc.com");
        var names = new ImportNames([server]);

        var given = records.Select(record => names.Of("partner", record ?? "", server)).ToList();

        return given.All(name => ValidName().IsMatch(name)) && given.Distinct().Count() == given.Count;
    }).QuickCheckThrowOnFailure();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z")]
    private static partial Regex ValidName();

    private static Server Of(string fqdn) => new(fqdn, ServerProduct.LyncServer, "litwareinc.com", new Uri($"https://{fqdn}/metadata/json/1"), []);
}
