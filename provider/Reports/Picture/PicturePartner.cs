using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Picture;

/// <param name="Fqdn">Of the partner.</param>
/// <param name="WithHub">The directions between it and the server of its group.</param>
/// <param name="WithNext">Those between it and the partner that is drawn below it.</param>
internal sealed record PicturePartner(string Fqdn, ImmutableArray<DirectionReport> WithHub, ImmutableArray<DirectionReport> WithNext);
