using System.Collections.Immutable;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>Which of a server's records are asked for.</summary>
public abstract record RecordFilter
{
    private RecordFilter()
    {
    }

    public static RecordFilter All { get; } = new Every();

    public sealed record Every : RecordFilter;

    /// <summary>Those of the applications, whatever their realm, and whether enabled or not.</summary>
    /// <param name="Identifiers">Lower case.</param>
    public sealed record OfApplications(ImmutableArray<string> Identifiers) : RecordFilter;

    /// <summary>Those that trust the issuer <c>application@realm</c>.</summary>
    public sealed record OfIssuer(string Issuer) : RecordFilter;
}
