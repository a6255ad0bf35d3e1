using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tests.Fixtures;

namespace PartnerTrust.Emulator.Tests.Remedies;

/// <summary>What a check's last message says is to be done is done by whoever runs the servers, and the check goes through.</summary>
public sealed class CheckRemedyTests
{
    private static readonly CheckRemedy[] Rows =
    [
        new(
            "PT6004",
            "Run explainTrust for the two servers",
            _ => { },
            litware => litware.Backend.Faults.Clear(),
            CheckRequests.Probe(Litware.Lync, Litware.Exchange))
        {
            Meanwhile = litware => litware.Backend.Switch(Litware.Exchange, HostFaultKind.Unauthorized),
        },
        new(
            "PT6005",
            "correct the user's addresses",
            litware => litware.Backend.KnowsAddresses = false,
            litware => litware.Backend.KnowsAddresses = true,
            CheckRequests.Storage()),
        new(
            "PT6008",
            "Look up the response code",
            litware => litware.Backend.Deliver = _ => null,
            litware => litware.Backend.Deliver = item => item,
            CheckRequests.Storage()),
        new(
            "PT6013",
            "Look for transport rules or agents that change items of the mailbox",
            litware => litware.Backend.Deliver = item => item with { Subject = "[EXTERNAL] " + item.Subject },
            litware => litware.Backend.Deliver = item => item,
            CheckRequests.Storage()),
    ];

    public static TheoryData<string> All => [.. Rows.Select(row => row.Number)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Following_it_lets_the_check_through(string number)
    {
        var remedy = Rows.Single(row => row.Number == number);
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        remedy.Break(litware);

        var told = await litware.Hosts.CheckConnectivityAsync(remedy.Request, new Intruder(remedy.Meanwhile, litware), EmulatedEstate.Forever);
        Assert.Equal(number, told.Steps[^1].Code);
        Assert.Contains(remedy.Words, told.Steps[^1].Fault!.Remedy, StringComparison.Ordinal);

        remedy.Mend(litware);
        var after = await litware.CheckAsync(remedy.Request);
        Assert.True(after.Succeeded, after.Steps[^1].Detail);
    }

    private sealed class Intruder(Action<EmulatedEstate>? meanwhile, EmulatedEstate litware) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith("Presenting", StringComparison.Ordinal))
            {
                meanwhile?.Invoke(litware);
            }
        }
    }
}
