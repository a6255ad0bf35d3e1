using System.Collections.Immutable;

namespace PartnerTrust.Architecture.Tests;

/// <summary>The numbers whose remedies no row of a folder <c>Remedies</c> follows, and why.</summary>
internal static class UnfollowedRemedies
{
    private const string Sooner = "refused sooner by another number; it guards an engine that is used without the plugin's checks";
    private const string Ours = "a fault of ours, of another release or of Pulumi: it is to be reported, or another release is to be used";
    private const string Nothing = "nothing is to be done";
    private const string OfTheMachine = "what is to be done is done to the machine, for another user, or before another program";

    public static ImmutableSortedDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["PT1019"] = Ours,
        ["PT1032"] = "the child that failed tells by its own number what is to be done",
        ["PT1039"] = OfTheMachine,
        ["PT1117"] = "followed by LostServerTests.A_stack_goes_on_without_the_server_and_takes_it_back",
        ["PT1118"] = "followed by LostServerTests.A_stack_goes_on_without_the_server_and_takes_it_back",
        ["PT1207"] = "followed as far as ImportFileTests: an endpoint under the configured URL is in the file",
        ["PT1208"] = Nothing,
        ["PT2032"] = OfTheMachine,
        ["PT3031"] = "followed by AdoptionTests: the update copies the keys again",
        ["PT3050"] = "followed by HttpsNetworkTests",
        ["PT3053"] = OfTheMachine,
        ["PT3059"] = "whatever answers there, nobody knows it",
        ["PT4007"] = Sooner,
        ["PT4017"] = Sooner,
        ["PT4020"] = Nothing,
        ["PT4026"] = Sooner,
        ["PT4028"] = Sooner,
        ["PT4030"] = "followed by WrongDocumentTests.A_realm_that_the_settings_declare_replaces_the_record",
        ["PT6001"] = Sooner,
        ["PT6015"] = "the caller's record at the authorization server is followed as PT5020, which tells of it before the call",
        ["PT6017"] = OfTheMachine,
        ["PT6018"] = "the server's event log tells what is to be done",
        ["PT6019"] = Sooner,
        ["PT6020"] = "it is of what a file remembers: the refresh that it asks for meets the fault itself, whose remedy is followed",
        ["PT7003"] = Ours,
        ["PT7032"] = OfTheMachine,
        ["PT8001"] = Ours,
        ["PT8002"] = "followed by PlanTests: what was cancelled is run again",
        ["PT8003"] = "a timeout cuts off as a cancellation does, after which PlanTests run again what is left",
        ["PT8005"] = Ours,
        ["PT8007"] = Ours,
        ["PT8009"] = "followed by StatusTests.A_check_that_fails_is_kept_as_incomplete_and_goes_on_with_the_next_up",
        ["PT8012"] = OfTheMachine,
        ["PT8013"] = "what the CLI itself says is to be done",
        ["PT8015"] = "followed by InterruptionTests: the next creation takes over what is there",
        ["PT8016"] = "the property is left out, as in every other test of that engine",
        ["PT8017"] = OfTheMachine,
        ["PT8112"] = Ours,
        ["PT8115"] = Ours,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);
}
