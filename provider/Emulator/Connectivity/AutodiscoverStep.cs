using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Where the calling server looks for Exchange, by its OAuth configuration (domain.md 4.2).</summary>
internal static class AutodiscoverStep
{
    public static Task<Uri> TakeAsync(CallingServer caller, CheckTrace trace) =>
        trace.TakeAsync("autodiscover", $"Reading the OAuth configuration of {caller.Server.Fqdn}", () =>
        {
            var url = caller.Configuration.ExchangeAutodiscoverUrl ?? throw new CheckFailure(FaultCatalogue.AutodiscoverNotSet(caller.Server.Fqdn));
            return Task.FromResult((url, url.AbsoluteUri));
        });
}
