using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.CmdletSimulator.Tests.Answers;

/// <summary>Exchange's cmdlets about certificates, without a shell.</summary>
public sealed class ExchangeCertificateTests : IAsyncLifetime
{
    private const string First = "ex01.litwareinc.com";
    private const string Second = "ex02.litwareinc.com";
    private static readonly string Old = Certs.Public(1).Thumbprint.Hex;
    private static readonly string New = Certs.Public(3).Thumbprint.Hex;
    private static readonly (string, object?) Force = ("Force", new SentValue.Switch(true));
    private PlayedServers played = null!;

    public async Task InitializeAsync() =>
        played = await PlayedServers.StartAsync(Estate.Lync, Estate.Exchange with { Members = [First, Second] }, Estate.SharePoint);

    public Task DisposeAsync() => played.DisposeAsync().AsTask();

    [Fact]
    public async Task A_certificate_is_imported_staged_published_and_the_old_one_forgotten()
    {
        await ImportAsync();
        await played.World.DoAsync("Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now.AddHours(49)));
        var staged = await ConfigAsync();
        await played.World.DoAsync("Set-AuthConfig", "PublishAuthCertificateParameter", ("PublishCertificate", new SentValue.Switch(true)));
        var published = await ConfigAsync();
        await played.World.DoAsync("Set-AuthConfig", "PublishAuthCertificateParameter", ("ClearPreviousCertificate", new SentValue.Switch(true)));
        var cleared = await ConfigAsync();

        Assert.Equal((Old, "", New), staged);
        Assert.Equal((New, Old, ""), published);
        Assert.Equal((New, "", ""), cleared);
    }

    [Fact]
    public async Task At_once_is_staged_for_now_and_published()
    {
        await ImportAsync();
        await played.World.DoAsync("Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now), Force);
        await played.World.DoAsync("Set-AuthConfig", "PublishAuthCertificateParameter", ("PublishCertificate", new SentValue.Switch(true)), Force);

        Assert.Equal((New, Old, ""), await ConfigAsync());
    }

    [Fact]
    public async Task A_staged_one_is_published_when_its_time_has_come()
    {
        await ImportAsync();
        await played.World.DoAsync("Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now.AddHours(49)));
        played.Time.Advance(TimeSpan.FromHours(50));

        Assert.Equal((New, Old, ""), await ConfigAsync());
    }

    [Fact]
    public async Task What_is_staged_is_withdrawn_by_nothing()
    {
        await ImportAsync();
        await played.World.DoAsync(
            "Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now.AddHours(49)));
        await played.World.DoAsync("Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", ""), Force);

        Assert.Equal((Old, "", ""), await ConfigAsync());
    }

    [Fact]
    public async Task Less_than_two_days_ahead_is_asked_about()
    {
        await ImportAsync();
        var answer = await played.World.RunAsync("Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now.AddHours(47)));
        var confirmed = await played.World.RunAsync(Calls.Of("Set-AuthConfig", "NewCertificateParameter",
            ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now.AddHours(47))) with
        { IsConfirmed = true });

        Assert.NotNull(answer.Question);
        Assert.Null(confirmed.Question);
        Assert.Equal((Old, "", New), await ConfigAsync());
    }

    [Fact]
    public async Task A_certificate_that_the_server_has_not_and_nothing_to_publish_are_errors()
    {
        var unknown = await played.World.FailAsync("Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now.AddHours(49)));
        var nothing = await played.World.FailAsync("Set-AuthConfig", "PublishAuthCertificateParameter", ("PublishCertificate", new SentValue.Switch(true)));

        Assert.Equal(["InvalidOperationException", "InvalidOperationException"], new[] { unknown.Reason, nothing.Reason });
    }

    [Fact]
    public async Task Each_machine_has_its_own_certificates_until_the_service_carries_them_over()
    {
        await played.World.DoAsync("Import-ExchangeCertificate", "FileData", Pfx(), Password(), ("Server", First));
        var here = await played.World.RunAsync("Get-ExchangeCertificate", "Thumbprint", ("Thumbprint", New), ("Server", First));
        var there = await played.World.FailAsync("Get-ExchangeCertificate", "Thumbprint", ("Thumbprint", New), ("Server", Second));
        await played.World.DoAsync("Set-AuthConfig", "NewCertificateParameter", ("NewCertificateThumbprint", New), ("NewCertificateEffectiveDate", Certs.Now.AddHours(49)));
        var carried = await played.World.RunAsync("Get-ExchangeCertificate", "Thumbprint", ("Thumbprint", New), ("Server", Second));
        played.World.Unreachable[Second] = true;
        var dead = await played.World.FailAsync("Get-ExchangeCertificate", "Thumbprint", ("Thumbprint", New), ("Server", Second));

        Assert.Equal(Certs.Public(3), CertificateReader.Read(Assert.IsType<PlayedValue.Certificate>(Assert.Single(here.Objects)).Der.AsSpan()));
        Assert.Equal(("InvalidOperationException", "RpcClientException"), (there.Reason, dead.Reason));
        Assert.Single(carried.Objects);
    }

    [Fact]
    public async Task A_certificate_leaves_with_its_key_and_goes_when_nothing_needs_it()
    {
        await ImportAsync();
        var exported = Assert.Single(await played.World.DoAsync("Export-ExchangeCertificate", "Thumbprint", ("Thumbprint", New), ("Password", new SentValue.Secret("x"))));
        var inUse = await played.World.FailAsync("Remove-ExchangeCertificate", "Thumbprint", ("Thumbprint", Old));
        await played.World.DoAsync("Remove-ExchangeCertificate", "Thumbprint", ("Thumbprint", New));

        var file = Assert.IsType<PlayedValue.Bytes>(exported["FileData"]).Value;
        Assert.Equal(Certs.Key(3), CertificateReader.ReadPfxOrPem(file.AsSpan(), "x"));
        Assert.Equal("InvalidOperationException", inUse.Reason);
        await played.World.FailAsync("Get-ExchangeCertificate", "Thumbprint", ("Thumbprint", New));
    }

    [Fact]
    public async Task A_new_certificate_asks_about_mail_and_is_made()
    {
        var asked = await played.World.RunAsync("New-ExchangeCertificate", "Certificate", ("SubjectName", "CN=x"));
        var made = await played.World.RunAsync("New-ExchangeCertificate", "Certificate", ("SubjectName", "CN=x"), Force);

        Assert.NotNull(asked.Question);
        Assert.Equal("CN=x", CertificateReader.Read(Assert.IsType<PlayedValue.Certificate>(Assert.Single(made.Objects)).Der.AsSpan()).Subject);
    }

    private static (string, object?) Pfx() => ("FileData", PlayedServers.Pfx(3).ToArray());

    private static (string, object?) Password() => ("Password", new SentValue.Secret(PlayedServers.Password));

    private async Task ImportAsync()
    {
        var answer = await played.World.RunAsync("Import-ExchangeCertificate", "FileData", Pfx(), Password());
        Assert.Single(answer.Objects);
    }

    private async Task<(string?, string?, string?)> ConfigAsync()
    {
        var config = Assert.Single(await played.World.DoAsync("Get-AuthConfig", "__AllParameterSets"));
        return (config.Text("CurrentCertificateThumbprint"), config.Text("PreviousCertificateThumbprint"), config.Text("NextCertificateThumbprint"));
    }
}
