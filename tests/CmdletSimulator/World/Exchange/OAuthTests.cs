using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Exchange gets a token and calls out (domain.md 6.2). Only <c>ResultType</c> tells; the rest is localized text.</summary>
internal sealed class OAuthTests(WorldStore store) : INoun
{
    private const string Tasks = "Microsoft.Exchange.Management.SystemConfigurationTasks";

    public void AddTo(CmdletTable table) => table.Add("Test-OAuthConnectivity", TestAsync);

    private async Task<PlayedAnswer> TestAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var target = new Uri(call.Required("TargetUri"));
        var request = new ConnectivityRequest(
            server.Fqdn,
            store.Servers.FindByHost(target.Host)?.Fqdn ?? target.Host,
            SipUriOf(call.Text("Mailbox"), server),
            StorageFolder.Inbox,
            DeleteItem: true,
            ConnectivityMethod.Probe);
        var report = await store.Tester.CheckAsync(request, Silence.Instance, cancellationToken);
        var detail = string.Join("\r\n", report.Steps.Select(step => $"{step.Name}: {step.Detail} {step.Diagnostics}".TrimEnd()));
        return PlayedAnswer.Of(Things.Of(
            [$"{Tasks}.ValidationResultNode", "Microsoft.Exchange.Data.ConfigurableObject", "System.Object"],
            null,
            ("Task", PlayedValue.Of($"Checking {call.Text("Service")} API Call Under Oauth")),
            ("Detail", PlayedValue.Of(detail)),
            ("ResultType", Things.Enumeration($"{Tasks}.ResultType", report.Succeeded ? "Success" : "Error", "Success", "Warning", "Error")),
            ("Identity", PlayedValue.Of("Microsoft.Exchange.Security.OAuth.ValidationResultNodeId")),
            ("IsValid", PlayedValue.Of(true)),
            ("ObjectState", Things.Enumeration("Microsoft.Exchange.Data.ObjectState", "New", "New", "Unchanged", "Changed", "Deleted"))));
    }

    private string SipUriOf(string? mailbox, Server server) => mailbox is null
        ? $"sip:nobody@{server.Realm}"
        : store.Servers.FindMailbox(mailbox)?.SipUri ?? (mailbox.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? mailbox : $"sip:{mailbox}");
}
