using PartnerTrust.Plugin.Tests.Situations;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>A situation that earns a number, and what is done about it as the message says.</summary>
/// <param name="Number">The number, for example <c>PT2003</c>.</param>
/// <param name="Words">Of the remedy as it is printed: the words that are followed.</param>
/// <param name="ToldBy">What tells it.</param>
public sealed record Remedy(string Number, string Words, RemedyCommand ToldBy = RemedyCommand.Preview)
{
    /// <summary>The program that is wrong, or one that is right where something is damaged.</summary>
    public RemedyProgram Wrong { get; init; } = RemedyProgram.Healthy;

    /// <summary>The program once the remedy is followed.</summary>
    public RemedyProgram Right { get; init; } = RemedyProgram.Healthy;

    /// <summary>Deployed before the wrong one; null for nothing.</summary>
    public RemedyProgram? Before { get; init; }

    /// <summary>What happens to the servers meanwhile, once <see cref="Before"/> stands.</summary>
    internal Func<SituationStack, Task>? Damage { get; init; }

    /// <summary>What a person does on the servers, where the remedy says so.</summary>
    internal Func<SituationStack, Task>? Act { get; init; }

    /// <summary>Whether the update that follows asks the servers first.</summary>
    public bool Refreshes { get; init; }

    /// <summary>What else tells two rows of one number apart.</summary>
    public string Where { get; init; } = "";

    public override string ToString() => $"{Number} {Where}".TrimEnd();
}
