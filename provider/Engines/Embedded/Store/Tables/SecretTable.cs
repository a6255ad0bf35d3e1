using PartnerTrust.Engines.Embedded.Store.Keys;
using PartnerTrust.Engines.Embedded.Store.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Named secrets of the engine itself, sealed like private keys.</summary>
internal sealed class SecretTable(SqliteStatements statements, SettingTable settings, KeyVault vault)
{
    public byte[]? Find(string name) => settings.Read(SettingOf(name)) is { } value ? vault.Open(settings, value, PurposeOf(name)) : null;

    public byte[] GetOrAdd(string name, byte[] secret)
    {
        if (Find(name) is { } existing)
        {
            return existing;
        }

        settings.Write(SettingOf(name), vault.Seal(settings, secret, PurposeOf(name)));
        return secret;
    }

    /// <summary>Replaces every secret; the function gets it with its purpose.</summary>
    public void Reseal(Func<byte[], string, byte[]> reseal)
    {
        foreach (var (name, value) in statements.Many(
            "SELECT name, value FROM setting WHERE name >= 'secret/' AND name < 'secret0'", row => (row.GetString(0), row.Bytes(1)!)))
        {
            settings.Write(name, reseal(value, name));
        }
    }

    private static string SettingOf(string name) => $"secret/{name}";

    private static string PurposeOf(string name) => $"secret/{name}";
}
