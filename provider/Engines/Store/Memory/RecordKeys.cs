namespace PartnerTrust.Engines.Store.Memory;

/// <summary>What a record is found by.</summary>
internal readonly record struct RecordKeys(string Server, string Name, string Identifier, string Issuer);

/// <summary>Servers exactly, names whatever their case: as in the database.</summary>
internal sealed class RecordKeyComparer : IEqualityComparer<(string Server, string Name)>
{
    public static RecordKeyComparer Instance { get; } = new();

    public bool Equals((string Server, string Name) one, (string Server, string Name) other) =>
        one.Server == other.Server && StringComparer.OrdinalIgnoreCase.Equals(one.Name, other.Name);

    public int GetHashCode((string Server, string Name) key) =>
        HashCode.Combine(key.Server, StringComparer.OrdinalIgnoreCase.GetHashCode(key.Name));
}
