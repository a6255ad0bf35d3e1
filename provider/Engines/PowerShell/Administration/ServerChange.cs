using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What is to change on one server: one of these. Plans are made from it as often as need be, and always say the same about the same
/// state.</summary>
internal abstract record ServerChange
{
    private ServerChange()
    {
    }

    /// <param name="Wanted">What is to be bound.</param>
    /// <param name="Brought">What the server may not have yet; null where it has all.</param>
    public sealed record Certificates(CertificateSlots Wanted, CertificateToImport? Brought) : ServerChange
    {
        /// <summary>The time that counts as now on the server; set before anything is planned.</summary>
        public DateTimeOffset? ServerTime { get; init; }
    }

    public sealed record PartnerRecord(RecordChange<PartnerApplication> Record) : ServerChange;

    public sealed record AuthorizationServerRecord(RecordChange<AuthorizationServer> Record) : ServerChange;

    public sealed record Settings(OAuthConfiguration Wanted) : ServerChange;
}
