namespace PartnerTrust.EndToEnd.Tests.Transcripts;

/// <summary>What the reader of a page types at once, and what is answered.</summary>
/// <param name="Sh">Typed to a Unix shell, and to PowerShell where the page has no other lines for it.</param>
/// <param name="PowerShell">Typed to PowerShell; null where it is the same.</param>
/// <param name="Answer">The answer in whole; "…" stands for what it leaves out, a line of it alone for any lines. Null where the page shows none.</param>
internal sealed record PageStep(string Sh, string? PowerShell, string? Answer);
