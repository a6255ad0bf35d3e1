using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Plans;

/// <summary>What one operation on one resource would run.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Deletes">Whether it is deleted; it is created or changed otherwise.</param>
/// <param name="Commands">In order.</param>
/// <param name="Remarks">What is to be known about it beside that.</param>
public sealed record PlannedStep(string Urn, bool Deletes, ImmutableArray<PlannedCommand> Commands, ImmutableArray<string> Remarks);

/// <param name="Server">An fqdn.</param>
/// <param name="Text">As it could be pasted, secrets left out.</param>
public sealed record PlannedCommand(string Server, string Text);
