using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Exchange;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Exchange;

public sealed class ExchangeReaderTests : IDisposable
{
    private const string First = "exch01.litwareinc.com";
    private const string Second = "exch02.litwareinc.com";

    private readonly ModelEstate estate = new(First, Second);

    public void Dispose() => estate.Dispose();

    [Fact]
    public async Task Certificates_are_found_by_one_call_for_each_member_and_tell_who_has_them()
    {
        estate.BindOnExchange(0, First);
        estate.Hold(1, First);
        estate.Hold(1, Second);
        (estate.Exchange.Next, estate.Exchange.NextFrom) = (Certs.Public(1).Thumbprint.Hex, Certs.Now.AddDays(3));

        var found = await estate.ReadAsync(Litware.Exchange, ServerParts.Certificates);

        Assert.Equal(new CertificateSlots(null, Certs.Public(0), Certs.Public(1), Certs.Now.AddDays(3)), found.Slots);
        Assert.Equal(
            [(First, Certs.Public(0).Thumbprint), (First, Certs.Public(1).Thumbprint), (Second, Certs.Public(1).Thumbprint)],
            found.Copies!.Value.Select(copy => (copy.Server, copy.Thumbprint)));
        Assert.All(found.Certificates, stored => Assert.Null(stored.HasPrivateKey));
        Assert.Equal(
            ["Get-AuthConfig", "Get-ExchangeCertificate", "Get-ExchangeCertificate"], estate.Exchange.Sent.Select(call => call.Cmdlet));
    }

    [Fact]
    public async Task Every_call_but_the_first_is_held_to_the_domain_controller_that_answered_it()
    {
        estate.BindOnExchange(0, First);

        await estate.ReadAsync(Litware.Exchange, ServerParts.All);

        Assert.DoesNotContain(estate.Exchange.Sent[0].Parameters, parameter => parameter.Name == "DomainController");
        Assert.All(
            estate.Exchange.Sent.Skip(1),
            call => Assert.Contains(new CmdletParameter("DomainController", new CmdletValue.Text(ExchangeModel.DomainController)), call.Parameters));
    }

    [Theory]
    [InlineData("current")]
    [InlineData("next")]
    [InlineData("previous")]
    public async Task A_certificate_that_no_member_has_is_a_fault_and_not_absent(string generation)
    {
        estate.BindOnExchange(0, First);
        var missing = Certs.Public(3).Thumbprint.Hex;
        (estate.Exchange.Current, estate.Exchange.Next, estate.Exchange.Previous) = generation switch
        {
            "current" => (missing, "", ""),
            "next" => (estate.Exchange.Current, missing, ""),
            _ => (estate.Exchange.Current, "", missing),
        };

        var fault = await Assert.ThrowsAsync<FaultException>(() => estate.ReadAsync(Litware.Exchange, ServerParts.Certificates));

        Assert.Equal("PT8151", Assert.Single(fault.Faults).Code);
        Assert.Contains(generation, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_that_cannot_be_read_is_a_fault()
    {
        estate.BindOnExchange(0, First);
        estate.Exchange.Befalls = call => call.Parameters.Contains(new CmdletParameter("Server", new CmdletValue.Text(Second)))
            ? Trouble.FailsBefore
            : Trouble.None;

        await Assert.ThrowsAsync<FaultException>(() => estate.ReadAsync(Litware.Exchange, ServerParts.Certificates));
    }

    [Fact]
    public async Task Records_are_told_apart_by_kind_and_linked_accounts_have_the_roles_of_their_own()
    {
        estate.Exchange.Users["app"] = new ExchangeModel.User("app", "User") { Roles = ["UserApplication", "ArchiveApplication"] };
        Add(new ExchangeModel.Partner("Lync", WellKnownApplications.Lync, Litware.Realm, Estate.Lync.MetadataUrl.AbsoluteUri, false, true, true, "app")
        {
            Keys = [Certs.Public(0)],
        });
        Add(new ExchangeModel.Partner("Exchange Online", WellKnownApplications.Exchange, "", "", true, false, true, null));
        Add(new ExchangeModel.Partner("LOB", "lob", "farm", "", false, false, false, null) { Keys = [Certs.Public(1)] });

        var found = await estate.PartnersAsync(Litware.Exchange);

        Assert.Equal(
            States.OnExchange with { TrustedKeys = [Certs.Public(0)], LinkedAccount = new LinkedAccount("app", ["ArchiveApplication", "UserApplication"]) },
            found["Lync"]);
        Assert.Equal(
            new PartnerIdentity(WellKnownApplications.Exchange, PartnerKind.BehindAuthorizationServer, ""), PartnerIdentity.Of(found["Exchange Online"]));
        Assert.Equal(new PartnerSource.Certificate("lob", "farm", Certs.Public(1)), found["LOB"].Source);
    }

    [Fact]
    public async Task Get_PartnerApplication_is_never_given_an_identity()
    {
        Add(new ExchangeModel.Partner("Lync", WellKnownApplications.Lync, Litware.Realm, Estate.Lync.MetadataUrl.AbsoluteUri, false, true, true, null));

        var found = await estate.Reader.FindPartnerApplicationAsync(Litware.Exchange, "LYNC", Silence.Instance, default);
        var none = await estate.Reader.FindPartnerApplicationAsync(Litware.Exchange, "Other", Silence.Instance, default);

        Assert.Equal(("Lync", null), (found?.Name, none));
        Assert.All(
            estate.Exchange.Sent.Where(call => call.Cmdlet == "Get-PartnerApplication"),
            call => Assert.Equal(["DomainController"], call.Parameters.Select(parameter => parameter.Name)));
    }

    [Fact]
    public async Task Records_are_listed_in_order_after_a_name()
    {
        foreach (var name in new[] { "c", "A", "b" })
        {
            Add(new ExchangeModel.Partner(name, name, "", "", true, false, true, null));
        }

        var names = new List<string>();
        await foreach (var record in estate.Reader.ListPartnerApplicationsAsync(Litware.Exchange, "a", Silence.Instance, default))
        {
            names.Add(record.Name);
        }

        Assert.Equal(["b", "c"], names);
    }

    [Fact]
    public async Task A_property_that_decides_and_cannot_be_read_is_a_fault()
    {
        var sight = await Assert.ThrowsAsync<FaultException>(() => ReadAsync(Give.Object(
            ("Name", "Lync"), ("ApplicationIdentifier", WellKnownApplications.Lync), ("Enabled", Give.Unreadable))));

        Assert.Equal("PT8152", Assert.Single(sight.Faults).Code);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_are_unknown()
    {
        var record = Assert.Single((await ReadAsync(Give.Object(
            ("Name", "Lync"),
            ("ApplicationIdentifier", WellKnownApplications.Lync),
            ("AuthMetadataUrl", Estate.Lync.MetadataUrl.AbsoluteUri),
            ("CertificateStrings", new[] { "no certificate" })))).Snapshot.PartnerApplications);

        Assert.Null(record.TrustedKeys);
        Assert.True(record.Enabled);
    }

    [Fact]
    public async Task An_answer_without_the_object_that_always_exists_is_a_fault()
    {
        var fault = await Assert.ThrowsAsync<FaultException>(() => ReadAsync());

        Assert.Equal("PT8157", Assert.Single(fault.Faults).Code);
    }

    [Fact]
    public async Task A_whole_look_at_two_members_costs_six_calls()
    {
        estate.BindOnExchange(0, First);
        estate.Exchange.Users["app"] = new ExchangeModel.User("app", "User");
        Add(new ExchangeModel.Partner("Lync", WellKnownApplications.Lync, Litware.Realm, Estate.Lync.MetadataUrl.AbsoluteUri, false, true, true, "app"));

        await estate.ReadAsync(Litware.Exchange, ServerParts.All);

        Assert.Equal(6, estate.Exchange.Sent.Count);
    }

    private static Task<ServerSight> ReadAsync(params CmdletObject[] records)
    {
        var calls = new ServerCalls(new Scripted(records), new ModelClassifier());
        var nothing = Task.FromResult<Trust.Metadata.AuthMetadataDocument?>(null);
        return new ExchangeReader(Estate.Exchange, calls, new DomainControllerPin(calls), _ => nothing)
            .LookAsync(new ServerQuery(Litware.Exchange, ServerParts.PartnerApplications), Silence.Instance, default);
    }

    private void Add(ExchangeModel.Partner partner) => estate.Exchange.Partners[partner.Name] = partner;

    /// <summary>Gives out the same objects whatever is asked.</summary>
    private sealed class Scripted(CmdletObject[] objects) : ICmdletRunner
    {
        public string Server => Litware.Exchange;

        public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) =>
            Task.FromResult(new CallAnswer(CallEnding.Done, TimeSpan.Zero) { Objects = [.. objects] });
    }
}
