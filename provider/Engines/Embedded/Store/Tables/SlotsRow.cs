using Microsoft.Data.Sqlite;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>Which of a server's certificates are bound, as the database has it.</summary>
internal sealed record SlotsRow(
    Thumbprint? Previous, Thumbprint? Current, Thumbprint? Next, DateTimeOffset? NextEffective, DateTimeOffset? CurrentSince)
{
    public static SlotsRow Map(SqliteDataReader row)
    {
        var slots = new SlotsRow(Slot(row, 0), Slot(row, 1), Slot(row, 2), row.InstantOrNull(3), row.InstantOrNull(4));
        return (slots.Next is null) == (slots.NextEffective is null)
            ? slots
            : throw new DamagedCellException("a staged certificate and its date do not go together");
    }

    private static Thumbprint? Slot(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.Thumbprint(column);
}
