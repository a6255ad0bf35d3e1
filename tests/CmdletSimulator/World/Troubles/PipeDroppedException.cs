namespace PartnerTrust.CmdletSimulator.World.Troubles;

/// <summary>The call gets no answer, and its connection is closed.</summary>
public sealed class PipeDroppedException() : Exception("The connection is to be closed without an answer.");
