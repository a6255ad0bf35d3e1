namespace PartnerTrust.Engines.Embedded.Store.Keys;

/// <param name="Proof">What the database keeps so that a wrong key is noticed.</param>
/// <param name="Key">The key of the vault.</param>
internal sealed record UnlockedKey(byte[] Proof, byte[] Key);
