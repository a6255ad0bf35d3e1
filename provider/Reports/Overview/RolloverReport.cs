using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Reports.Overview;

/// <summary>The next rollover of one server's signing certificate.</summary>
/// <param name="Server">Whose.</param>
/// <param name="Current">What signs now.</param>
/// <param name="Next">What is staged; null where nothing is.</param>
/// <param name="Forecast">When and how.</param>
public sealed record RolloverReport(Server Server, SigningCertificate Current, SigningCertificate? Next, RolloverForecast Forecast)
{
    /// <summary>What is to be done, in order of time.</summary>
    public ImmutableArray<RolloverStep> Steps => [.. Forecast.Ending.Concat(Forecast.Plan.Steps).OrderBy(step => step.NotBefore)];

    /// <summary>What has to be known of the time, as a sentence.</summary>
    public string Timing(DateTimeOffset now) => (Forecast, Next) switch
    {
        ({ Plan.Refusal: { } refusal }, _) => $"{refusal.Code}: {refusal.Found} {refusal.Remedy}".TrimEnd(),
        ({ LastSafe: { } last }, null) => $"{Due(now)} It is safe to begin it until {Times.Minute(last)} ({Times.Left(last, now)}).",
        ({ LastSafe: { } last }, _) => $"It is under way. It is safe to switch until {Times.Minute(last)} ({Times.Left(last, now)}).",
        _ => Due(now),
    };

    /// <summary>Of all servers that sign, in order of fqdn.</summary>
    public static ImmutableArray<RolloverReport> AllOf(TrustOverview overview)
    {
        var (state, now) = (overview.Observation.State, overview.Now);
        return
        [
            .. from server in state.Servers.Values.OrderBy(server => server.Fqdn, StringComparer.Ordinal)
               let slots = CertificateRules.At(state.Certificates.GetValueOrDefault(server.Fqdn, CertificateSlots.Empty), server.Product, now)
               let current = slots.Current
               where current is not null
               select new RolloverReport(
                   server, current, slots.Next, RolloverForecast.Of(state, server.Fqdn, now, TrustFindings.UsualRenewalDays)),
        ];
    }

    private string Due(DateTimeOffset now) =>
        Forecast.Begin <= now ? "It is due now." : $"It is due from {Times.Minute(Forecast.Begin)} on ({Times.Left(Forecast.Begin, now)}).";
}
