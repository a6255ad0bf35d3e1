using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Rollover;

/// <summary>How a server's signing certificate is renewed without a valid token ever failing (design: publish the next key, let every
/// consumer re-read, switch, retire).</summary>
/// <param name="Server">Fqdn.</param>
/// <param name="Steps">In order, each with the earliest safe time.</param>
/// <param name="Refusal">Set when the expiry is too near for a safe rollover; the steps then show what an emergency replacement does.</param>
public sealed record RolloverPlan(string Server, ImmutableArray<RolloverStep> Steps, Fault? Refusal);
