namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>The pages about the commands, typed to a Unix shell as they stand there.</summary>
public sealed class CommandPageTests(PageStage stage) : IClassFixture<PageStage>
{
    public static TheoryData<CommandPage> Pages => [.. CommandPage.All];

    [SkippableTheory]
    [MemberData(nameof(Pages), DisableDiscoveryEnumeration = true)]
    public Task The_commands_of_a_page_are_answered_as_it_says(CommandPage page) => stage.TypeAsync(page, PageShell.Unix);
}
