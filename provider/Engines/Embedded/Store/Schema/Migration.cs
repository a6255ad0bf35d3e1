namespace PartnerTrust.Engines.Embedded.Store.Schema;

/// <summary>A step from one version of the schema to the next, for a store that is there already.</summary>
/// <param name="Version">The version that it makes.</param>
/// <param name="Sql">How, out of the version before.</param>
internal sealed record Migration(int Version, string Sql)
{
    /// <summary>Every step, without a gap, up to <see cref="StoreSchema.Version"/>. None is changed once a release has it.</summary>
    public static IReadOnlyList<Migration> All { get; } =
    [
        // Servers with stale configuration read it anew.
        new(7, $"DROP TABLE host_memory; {MemoryTables.BeforeVersion8}"),

        // Servers have further names, partners may be trust brokers, and authorization servers sign clients in.
        new(8, $"""
            ALTER TABLE configured_server ADD COLUMN names TEXT NOT NULL DEFAULT '';
            ALTER TABLE oauth_configuration ADD COLUMN client_authorization_server TEXT;
            ALTER TABLE oauth_original ADD COLUMN client_authorization_server TEXT;
            {PartnerTables.ToVersion8(PartnerTables.Partners, PartnerTables.AuthorizationServers)}
            {PartnerTables.ToVersion8(MemoryTables.Partners, MemoryTables.AuthorizationServers)}
            """),

        // What the examination of a key found is kept.
        new(9, $"ALTER TABLE certificate ADD COLUMN {TrustTables.SoundKey};"),
    ];
}
