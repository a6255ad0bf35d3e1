using System.Collections.Immutable;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>The ordered keys that a record copied from its partner: the same for partner applications and authorization servers.</summary>
/// <param name="statements">Of the transaction.</param>
/// <param name="pool">Where the certificates are.</param>
/// <param name="table">Where they stand, by owner and position.</param>
internal sealed class TrustedKeys(SqliteStatements statements, CertificatePool pool, string table)
{
    public ImmutableArray<SigningCertificate> Read(long owner) =>
    [
        .. statements.Many(
            $"SELECT {CertificatePool.Columns} FROM {table} k JOIN certificate c ON c.id = k.certificate WHERE k.owner = $1 ORDER BY k.position",
            row => CertificatePool.Map(row), owner),
    ];

    public List<long> Ids(long owner) => statements.Many($"SELECT certificate FROM {table} WHERE owner = $1", row => row.GetInt64(0), owner);

    /// <param name="owner">Whose keys they are.</param>
    /// <param name="wanted">Never null: a store knows what it keeps.</param>
    public void Write(long owner, ImmutableArray<SigningCertificate>? wanted)
    {
        var keys = wanted ?? throw new ArgumentNullException(nameof(wanted));
        statements.Execute($"DELETE FROM {table} WHERE owner = $1", owner);
        for (var position = 0; position < keys.Length; position++)
        {
            statements.Execute(
                $"INSERT INTO {table} (owner, position, certificate) VALUES ($1, $2, $3)", owner, position, pool.IdOf(keys[position]));
        }
    }
}
