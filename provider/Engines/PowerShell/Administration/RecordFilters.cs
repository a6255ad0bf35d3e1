using PartnerTrust.Engines.Contract.Reading;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Cmdlets list all records; what was not asked for is left out here.</summary>
internal static class RecordFilters
{
    /// <param name="filter">What was asked for.</param>
    /// <param name="issuer"><c>application@realm</c>.</param>
    public static bool Allows(this RecordFilter filter, string issuer) => filter switch
    {
        RecordFilter.OfApplications of => of.Identifiers.Contains(issuer.Split('@')[0]),
        RecordFilter.OfIssuer of => of.Issuer == issuer,
        _ => true,
    };
}
