using System.Collections.Immutable;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Plugin.Previews;

/// <summary>What a preview said of a check, by the plan as it was then.</summary>
/// <param name="Urn">The check.</param>
/// <param name="Request">The call; null where not all of it is known.</param>
/// <param name="Forecast">What was said.</param>
/// <param name="Servers">Fqdns of those on which that turned.</param>
internal sealed record ToldVerdict(string Urn, ConnectivityRequest? Request, CheckForecast Forecast, ImmutableArray<string> Servers);
