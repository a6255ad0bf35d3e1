namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>A command line that earns a number, and the one that its message leads to. <c>{data}</c> in either is the data directory of a stack
/// that was deployed, <c>{folder}</c> one beside it, which is empty.</summary>
/// <param name="Number">The number, for example <c>PT8010</c>.</param>
/// <param name="Words">Of the remedy as it is printed: the words that are followed.</param>
/// <param name="Wrong">As it was typed.</param>
/// <param name="Right">As it is typed then.</param>
/// <param name="Then">What else is done first; the program that is deployed then, or null for none.</param>
public sealed record CommandRemedy(string Number, string Words, string Wrong, string Right, RemedyProgram? Then = null)
{
    public override string ToString() => $"{Number} {Wrong}";
}
