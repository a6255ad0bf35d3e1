namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>An installation as somebody runs it.</summary>
/// <param name="Name">What is particular about it.</param>
/// <param name="Source">Where the field says what is right: the document, or the section of domain.md.</param>
/// <param name="Program">The stack, as a Pulumi.yaml with its configuration.</param>
/// <param name="Warnings">The numbers of what it is rightly warned about, by the preview and by the update, in order.</param>
/// <param name="Findings">The numbers of what <c>lab status</c> rightly finds afterwards, in order.</param>
public sealed record Situation(string Name, string Source, string Program, string Warnings = "", string Findings = "")
{
    /// <summary>The number by which the update rightly refuses it, as the preview tells; null where it is applied.</summary>
    public string? Refusal { get; init; }

    /// <summary>Lines that <c>lab status</c> shows, in part.</summary>
    public string[] Shown { get; init; } = [];

    public override string ToString() => Name;
}
