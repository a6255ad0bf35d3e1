using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>The test of the storage service (domain.md 6.1): an item is written into a mailbox. The answer is text; what the refusing server
/// said is told with <c>-Verbose</c> alone.</summary>
internal sealed class CsStorageTests(WorldStore store) : INoun
{
    public void AddTo(CmdletTable table) => table.Add("Test-CsExStorageConnectivity", TestAsync);

    private async Task<PlayedAnswer> TestAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var binding = call.Text("Binding") ?? "NetNamedPipe";
        if (Things.IsNamed(binding, "NetTCP") && call.Text("HostNameStorageService") is null)
        {
            throw CsErrors.Failed(call.Cmdlet, "HostNameStorageService is needed with NetTCP.");
        }

        var request = new ConnectivityRequest(
            server.Fqdn,
            null,
            call.Required("SipUri"),
            Enum.Parse<StorageFolder>(call.Text("Folder") ?? "Inbox", ignoreCase: true),
            call.IsOn("DeleteItem"),
            ConnectivityMethod.Storage,
            binding,
            call.Text("HostNameStorageService"));
        var report = await store.Tester.CheckAsync(request, Silence.Instance, cancellationToken);
        var told = report.Steps.Select(step => new PlayedRecord.Verbose(Told(step)));
        var answer = report.Succeeded
            ? PlayedAnswer.Of(PlayedValue.Of("Test passed."))
            : PlayedAnswer.Failed(Failure(report.Steps[^1]));
        return answer.Before(told);
    }

    private static string Told(TraceStep step) =>
        $"{step.Name}: {(step.Succeeded ? "OK" : "failed")}; {step.Detail}" + (step.Diagnostics is { } said ? $"\r\nx-ms-diagnostics: {said}" : "");

    private static PlayedError Failure(TraceStep step) => new(
        "StoreWebException,Microsoft.Rtc.Management.StorageService.TestOcsExStorageConnectivityCmdlet",
        "InvalidOperation",
        "StoreWebException",
        ["Microsoft.Rtc.Internal.Storage.StoreWebException"],
        $"ExCreateItem exception: {step.Detail} {step.Fault?.Found}".TrimEnd())
    {
        IsTerminating = false,
    };
}
