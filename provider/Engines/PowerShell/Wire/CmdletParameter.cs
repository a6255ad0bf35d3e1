namespace PartnerTrust.Engines.PowerShell.Wire;

/// <param name="Name">As documented: never abbreviated, without a dash.</param>
/// <param name="Value">What is bound to it.</param>
public sealed record CmdletParameter(string Name, CmdletValue Value);
