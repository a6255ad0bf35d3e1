namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Since when the current certificate signs, in ticks of UTC; null where an older release did not note it.</summary>
internal static class SchemaVersion5
{
    public const string Sql = "ALTER TABLE certificate_slots ADD COLUMN current_since INTEGER;";
}
