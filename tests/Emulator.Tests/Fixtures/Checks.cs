using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Emulator.Tests.Fixtures;

internal static class Checks
{
    public static Task<ConnectivityReport> CheckAsync(this EmulatedEstate estate, ConnectivityRequest request, List<string>? told = null) =>
        estate.Hosts.CheckConnectivityAsync(request, new Listener(told ?? []), EmulatedEstate.Forever);

    private sealed class Listener(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}
