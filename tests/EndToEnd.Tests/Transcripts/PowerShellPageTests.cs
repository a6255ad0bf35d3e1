namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>The same pages, typed to a real PowerShell.</summary>
public sealed class PowerShellPageTests(PageStage stage) : IClassFixture<PageStage>
{
    public static TheoryData<CommandPage> Pages => [.. CommandPage.All];

    [SkippableTheory]
    [MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public Task The_commands_of_a_page_are_answered_as_it_says(CommandPage page)
    {
        Skip.If(RealPowerShell.Missing is not null, RealPowerShell.Missing);
        return stage.TypeAsync(page, PageShell.PowerShell);
    }
}
