namespace PartnerTrust.Engines.Files;

/// <summary>An entry of a Windows access list that holds for the file itself.</summary>
/// <param name="Account">Its security identifier (<c>S-1-…</c>).</param>
/// <param name="Rights">An access mask (MS-DTYP 2.4.3).</param>
/// <param name="IsAllowed">False where the entry takes the rights away.</param>
internal readonly record struct AccessEntry(string Account, int Rights, bool IsAllowed);
