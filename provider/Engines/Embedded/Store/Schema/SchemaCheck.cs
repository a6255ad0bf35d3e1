using System.Collections.Frozen;
using Microsoft.Data.Sqlite;

namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>Holds a database of the newest version against that of a new one: its tables and indexes as they are there, and no
/// trigger. Tables of others beside them are left alone.</summary>
internal static class SchemaCheck
{
    private static readonly Lazy<FrozenDictionary<string, string>> Wanted = new(MakeWanted);

    /// <summary>What is not as it should be; null when nothing is.</summary>
    public static string? Find(SqliteConnection connection)
    {
        var objects = ObjectsOf(connection);
        if (objects.Keys.FirstOrDefault(name => name.StartsWith("trigger ", StringComparison.Ordinal)) is { } trigger)
        {
            return $"its {trigger} is not the engine's";
        }

        foreach (var (name, sql) in Wanted.Value)
        {
            if (!objects.TryGetValue(name, out var actual))
            {
                return $"its {name} is missing";
            }

            if (Bare(actual) != Bare(sql))
            {
                return $"its {name} differs from the engine's";
            }
        }

        return null;
    }

    /// <summary>A column that a migration adds stands in the text as SQLite puts it there, on whatever line.</summary>
    private static string Bare(string sql) => string.Concat(sql.Where(c => !char.IsWhiteSpace(c)));

    private static FrozenDictionary<string, string> MakeWanted()
    {
        using var connection = EmptyStore.Open();
        return ObjectsOf(connection).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>By kind and name; what SQLite makes by itself has no text.</summary>
    private static Dictionary<string, string> ObjectsOf(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL";
        using var reader = command.ExecuteReader();
        var objects = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.Read())
        {
            objects[reader.GetString(0)] = reader.GetString(1);
        }

        return objects;
    }
}
