namespace PartnerTrust.Engines.Embedded.Store.Sqlite;

/// <summary>What stands in the database is nothing that the engine wrote.</summary>
/// <param name="reason">What is wrong with it, for the middle of a sentence; never the value itself.</param>
internal sealed class DamagedCellException(string reason) : Exception(reason);
