namespace PartnerTrust.Engines.Embedded.Store;

internal sealed partial class SqliteSession
{
    private const string Identity = "identity";

    public byte[]? ReadSetting(string name) => Single("SELECT value FROM setting WHERE name = $1", row => row.Bytes(0), name);

    public void WriteSetting(string name, byte[] value) => Execute("INSERT OR REPLACE INTO setting (name, value) VALUES ($1, $2)", name, value);

    public Guid? ReadIdentity() => ReadSetting(Identity) is { Length: 16 } identity ? new Guid(identity) : null;

    public void WriteIdentity(Guid identity) => WriteSetting(Identity, identity.ToByteArray());
}
