using PartnerTrust.Engines.Embedded.Store.Keys;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Named secrets of the engine itself, sealed like private keys.</summary>
internal sealed class SecretTable(SqliteSession session, KeyVault vault)
{
    public byte[]? Find(string name) => session.ReadSetting(SettingOf(name)) is { } value ? vault.Open(session, value, PurposeOf(name)) : null;

    public byte[] GetOrAdd(string name, byte[] secret)
    {
        if (Find(name) is { } existing)
        {
            return existing;
        }

        session.WriteSetting(SettingOf(name), vault.Seal(session, secret, PurposeOf(name)));
        return secret;
    }

    /// <summary>Replaces every secret; the function gets it with its purpose.</summary>
    public void Reseal(Func<byte[], string, byte[]> reseal)
    {
        foreach (var (name, value) in session.Many(
            "SELECT name, value FROM setting WHERE name >= 'secret/' AND name < 'secret0'", row => (row.GetString(0), row.Bytes(1)!)))
        {
            session.WriteSetting(name, reseal(value, name));
        }
    }

    private static string SettingOf(string name) => $"secret/{name}";

    private static string PurposeOf(string name) => $"secret/{name}";
}
