namespace PartnerTrust.Engines.Embedded.Store.Sqlite;

/// <summary>What the store keeps about itself, by name.</summary>
internal sealed class SettingTable(SqliteStatements statements)
{
    private const string Identity = "identity";

    public byte[]? Read(string name) => statements.Single("SELECT value FROM setting WHERE name = $1", row => row.Bytes(0), name);

    public void Write(string name, byte[] value) => statements.Execute("INSERT OR REPLACE INTO setting (name, value) VALUES ($1, $2)", name, value);

    public void Remove(string name) => statements.Execute("DELETE FROM setting WHERE name = $1", name);

    public Guid? ReadIdentity() => Read(Identity) is { Length: 16 } identity ? new Guid(identity) : null;

    public void WriteIdentity(Guid identity) => Write(Identity, identity.ToByteArray());
}
