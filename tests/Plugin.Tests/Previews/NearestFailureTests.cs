using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>The one line in which a preview tells that the trust is about to end: where that is nearer than certificates are to be renewed.</summary>
public sealed class NearestFailureTests : IAsyncLifetime
{
    private const string Stack = "urn:pulumi:dev::trust::pulumi:pulumi:Stack::trust-dev";

    private readonly Dictionary<string, Deployment.Entry> state = [];
    private PluginUnderTest before = null!;
    private IReadOnlyList<Declared> program = null!;
    private DateTimeOffset end;

    /// <summary>Certificates that the program names and cannot renew.</summary>
    public async Task InitializeAsync()
    {
        before = await PluginUnderTest.StartConfiguredAsync();
        Assert.Empty((await Deployment.UpAsync(before, state, TrustPrograms.Whole())).Refusals);
        program = [.. TrustPrograms.Whole().With("cert-lync", _ => Named("cert-lync")).With("cert-exchange", _ => Named("cert-exchange"))];
        Assert.Empty((await Deployment.UpAsync(before, state, program)).Refusals);
        end = Instant.Parse(state["cert-lync"].Outputs.Text("notAfter"))!.Value;
    }

    public async Task DisposeAsync() => await before.DisposeAsync();

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task A_plan_tells_of_an_end_that_is_nearer_than_certificates_are_renewed(int days, bool isTold)
    {
        before.Time.SetUtcNow(end.AddDays(-days));

        await using var plugin = await PreviewAsync(program.Append(
            Declared.Of("CertificateBinding", "other", Programs.Certificate(PluginUnderTest.SecondLync))));

        AssertTold(plugin, isTold ? "Preview: after this update the trust will fail at " : null, days);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(61, false)]
    public async Task A_plan_of_nothing_tells_of_it_too(int days, bool isTold)
    {
        before.Time.SetUtcNow(end.AddDays(-days));

        await using var plugin = await PreviewAsync(program);

        AssertTold(plugin, isTold ? "No change here, but the trust will fail at " : null, days);
    }

    [Theory]
    [InlineData(20, 19, true)]
    [InlineData(20, 21, false)]
    [InlineData(0, 1, false)]
    [InlineData(200, 199, true)]
    public async Task How_near_is_what_the_program_says(int renewBeforeDays, int days, bool isTold)
    {
        before.Time.SetUtcNow(end.AddDays(-days));

        await using var plugin = await PreviewAsync(program
            .With("cert-lync", inputs => inputs.Set("renewBeforeDays", renewBeforeDays))
            .With("cert-exchange", inputs => inputs.Set("renewBeforeDays", renewBeforeDays)));

        AssertTold(plugin, isTold ? "Preview: after this update the trust will fail at " : null, days);
    }

    /// <summary>To foresee it all servers are read, which may take longer than the engine waits.</summary>
    [Fact]
    public async Task What_is_known_without_it_is_told_before()
    {
        before.Time.SetUtcNow(end.AddDays(-10));

        await using var plugin = await PreviewAsync(program.Append(
            Declared.Of("CertificateBinding", "other", Programs.Certificate(PluginUnderTest.SecondLync))));

        var told = plugin.Engine.Logs.Where(log => log.Urn == Stack).Select(log => log.Message).ToList();
        Assert.Equal(2, told.Count);
        Assert.StartsWith("Preview: of 1 connectivity check, ", told[0], StringComparison.Ordinal);
        Assert.Contains("will fail at", told[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_renews_what_ends_tells_of_no_end()
    {
        before.Time.SetUtcNow(end.AddDays(-30));

        await using var plugin = await PreviewAsync(TrustPrograms.Whole());

        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains("will fail at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_is_refused_already_is_none_that_will_be()
    {
        before.Time.SetUtcNow(end.AddDays(1));

        await using var plugin = await PreviewAsync(program);

        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains("will fail at", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_known_before_the_update_is_not_foreseen()
    {
        before.Time.SetUtcNow(end.AddDays(-10));

        await using var plugin = await PreviewAsync(program
            .With("oauth", inputs => inputs.Set("exchangeAutodiscoverUrl", UnknownValue.Text)));

        var told = Assert.Single(plugin.Engine.Logs, log => log.Message.Contains("will fail at", StringComparison.Ordinal)).Message;
        Assert.Contains($"{PluginUnderTest.Lync} will refuse", told, StringComparison.Ordinal);
    }

    private static void AssertTold(PluginUnderTest plugin, string? begin, int days)
    {
        var told = plugin.Engine.Logs.Where(log => log.Urn == Stack && log.Message.Contains("will fail at", StringComparison.Ordinal)).ToList();
        if (begin is null)
        {
            Assert.Empty(told);
            return;
        }

        Assert.True(told.Count == 1, string.Join('\n', plugin.Engine.Logs.Select(log => $"{log.Urn}: {log.Message}")));
        var line = told[0].Message;
        Assert.StartsWith(begin, line, StringComparison.Ordinal);
        Assert.Matches($@"^.* will fail at [-0-9]+T[:0-9]+Z \(in {days} days\), if nobody does anything until then: \S+ will refuse calls of \S+.*: PT\d{{4}}: .* With it stop: ", line);
        Assert.DoesNotContain('\n', line);
    }

    private PropertyMap Named(string resource) => PropertyMap.Of(
        ("server", state[resource].Inputs["server"]),
        ("source", PropertyMap.Of(("thumbprint", state[resource].Outputs["thumbprint"]))));

    private async Task<PluginUnderTest> PreviewAsync(IEnumerable<Declared> changed)
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync(folder: before.Folder, clock: before.Time);
        await Deployment.PreviewAsync(plugin, state, changed);
        await plugin.Client.CancelAsync(default);
        return plugin;
    }
}
