using System.Globalization;
using PartnerTrust.Demo.Stages;

namespace PartnerTrust.Demo;

/// <summary>A two-way trust from its preview to its end: built, broken behind its back, noticed and repaired.</summary>
internal sealed class Story(IDriver driver, IStage stage, Lab lab, TextWriter output, TimeProvider time)
{
    private const string Exchange = "autodiscover.litwareinc.com";
    private const int Resources = 8;

    public async Task TellAsync()
    {
        var started = time.GetTimestamp();
        output.WriteLine($"A two-way trust between Lync and Exchange, deployed by {driver.Name}.");
        Say(stage.Introduction);

        Say("pulumi preview", "Nothing exists yet: the preview says what would, and proves on a copy that the trust would work.");
        (await driver.PreviewAsync()).Succeeds("the preview").Has("create", Resources).Mentions("would succeed");

        Say("pulumi up", "Certificates, metadata documents, partner applications; then a mailbox item proves that it works.");
        (await driver.UpAsync()).Succeeds("the update").Has("create", Resources);
        await ExpectProofAsync();

        Say("pulumi preview", "The same program again: nothing to do.");
        (await driver.PreviewAsync()).Succeeds("the second preview").ChangesNothing();

        Say(lab.Command(Exchange), "An operator rolls Exchange's certificate and tells nobody. Lync still trusts the old one only.");
        output.WriteLine(await lab.RollAsync(Exchange));

        Say("pulumi preview", "The next preview notices the new key, says which records to change, and proves that this repairs the trust.");
        (await driver.PreviewAsync()).Succeeds("the preview of the broken trust")
            .Has("update", "AuthMetadataEndpoint", "exchange", "fingerprint")
            .Has("update", "PartnerApplication", "exchange-on-lync", "refreshTrigger")
            .Mentions("would succeed");

        Say("pulumi refresh", "A refresh changes nothing on any server: it says whose new key is not trusted yet.");
        (await driver.RefreshAsync()).Succeeds("the refresh").Mentions("exchange-on-lync").Mentions("warning");

        Say("pulumi up", "The update has Lync read Exchange's document again, and proves the trust anew.");
        (await driver.UpAsync()).Succeeds("the repair")
            .Has("update", "PartnerApplication", "exchange-on-lync", "refreshTrigger");
        await ExpectProofAsync();

        Say("pulumi preview", "Repaired: nothing to do.");
        (await driver.PreviewAsync()).Succeeds("the last preview").ChangesNothing();

        Say("pulumi refresh", "And every server shows what the state says: the connection was probed again.");
        (await driver.RefreshAsync()).Succeeds("the last refresh").ChangesNothing();

        Say("pulumi destroy", "The end: every record goes, dependents first.");
        (await driver.DestroyAsync()).Succeeds("the destruction").Has("delete", Resources);

        Say(stage.Epilogue());
        output.WriteLine(
            $"The demo said what it should, in {time.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s.");
    }

    private void Say(string command, string why)
    {
        output.WriteLine();
        output.WriteLine(new string('─', 100));
        output.WriteLine(why);
        output.WriteLine($"$ {command}");
        output.WriteLine();
    }

    private void Say(IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            output.WriteLine();
            output.WriteLine(string.Join(output.NewLine, lines));
            output.WriteLine();
        }
    }

    private async Task ExpectProofAsync()
    {
        var proven = await driver.OutputAsync("proven");
        if (proven is not "true")
        {
            throw new DemoException($"the stack's output 'proven' should be true, not {proven ?? "absent"}");
        }
    }
}
