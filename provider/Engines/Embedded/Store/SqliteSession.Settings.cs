namespace PartnerTrust.Engines.Embedded.Store;

internal sealed partial class SqliteSession
{
    public byte[]? ReadSetting(string name) => Single("SELECT value FROM setting WHERE name = $1", row => row.Bytes(0), name);

    public void WriteSetting(string name, byte[] value) => Execute("INSERT OR REPLACE INTO setting (name, value) VALUES ($1, $2)", name, value);
}
