using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.Tests.Shells;
using PartnerTrust.Engines.Embedded.Lab;

namespace PartnerTrust.CmdletSimulator.Tests.Hosting;

/// <summary>The world as a program of its own, over a data directory.</summary>
public sealed class HostTests
{
    private const string Settings = """
        {
          "servers": [
            { "fqdn": "atl-cs-001.litwareinc.com", "product": "LyncServer" },
            { "fqdn": "autodiscover.litwareinc.com", "product": "ExchangeServer", "members": ["ex01.litwareinc.com"] }
          ],
          "mailboxes": [
            { "sipUri": "sip:kenmyer@litwareinc.com", "smtpAddress": "kenmyer@litwareinc.com", "server": "autodiscover.litwareinc.com" }
          ]
        }
        """;

    [SkippableFact]
    public async Task What_a_cmdlet_changes_the_laboratory_sees()
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        using var folder = new TemporaryDirectory();
        await File.WriteAllTextAsync(folder.Combine("settings.json"), Settings);
        using var host = Start(folder.Combine("data"), folder.Combine("settings.json"));
        var errors = host.StandardError.ReadToEndAsync();
        var line = await host.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await errors);
        var described = JObject.Parse(line);

        var run = await Shell.RunAsync(EnvironmentOf(described, Litware.Lync), $$"""
            $null = Invoke-There 'Import-Module' @{ Name = 'SkypeForBusiness' }
            Write-Result (Show-There 'New-CsPartnerApplication' @{
                Identity = 'x'; ApplicationTrustLevel = 'Full'; MetadataUrl = '{{Estate.Exchange.MetadataUrl}}'
            })
            """);
        host.StandardInput.Close();
        await host.WaitForExitAsync();

        Assert.StartsWith("ok ", (string?)run.Result, StringComparison.Ordinal);
        Assert.Equal((0, ""), (host.ExitCode, await errors));
        Assert.True((int)described["port"]! > 0);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", (string?)described["authority"], StringComparison.Ordinal);
        Assert.NotNull((string?)described["machines"]!["ex01.litwareinc.com"]!["overlay"]);
        await using var lab = await EmbeddedLab.OpenAsync(folder.Combine("data"), TimeProvider.System, NullLoggerFactory.Instance, default);
        Assert.Equal("x", Assert.Single(await lab.Partners.ListAsync(Litware.Lync, default)).Name);
    }

    private static ImmutableDictionary<string, string> EnvironmentOf(JObject described, string machine) =>
        described["machines"]![machine]!["environment"]!.Children<JProperty>().ToImmutableDictionary(one => one.Name, one => (string)one.Value!);

    private static Process Start(string directory, string settings)
    {
        const string Name = "PartnerTrust.CmdletSimulator.Host";
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { Path.Combine(Repository.Root, "artifacts", "bin", Name, "debug", Name + ".dll"), directory, settings })
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
