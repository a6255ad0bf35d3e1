namespace PartnerTrust.Engines.PowerShell.Options;

/// <summary>A word of a command line.</summary>
/// <param name="Index">Of the item in which it stands.</param>
/// <param name="Text">The word.</param>
internal readonly record struct CommandWord(int Index, string Text)
{
    /// <summary>Whether it names a PowerShell, by whatever path.</summary>
    public bool IsPowerShell => Program is "powershell" or "pwsh" or "pwsh-preview" or "pwsh-lts";

    /// <summary>The name of the program that it would be: without folders and <c>.exe</c>, in lower case.</summary>
    public string Program
    {
        get
        {
            var name = Text[(Text.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
            return name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name;
        }
    }
}
