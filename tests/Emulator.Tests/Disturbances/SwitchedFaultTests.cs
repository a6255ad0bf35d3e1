using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Tests.Fixtures;

namespace PartnerTrust.Emulator.Tests.Disturbances;

/// <summary>A fault disturbs while it is switched on, and leaves nothing behind.</summary>
public sealed class SwitchedFaultTests
{
    /// <summary>Those that a single check does not show at once have tests of their own: what is slow, what is stale, what the store
    /// does.</summary>
    private static readonly HostFaultKind[] Elsewhere =
    [
        HostFaultKind.Slow, HostFaultKind.DripFeed, HostFaultKind.StaleConfiguration, HostFaultKind.ReplicationStuck,
        HostFaultKind.KeyNotExportable,
    ];

    public static TheoryData<HostFaultKind> Kinds => [.. Enum.GetValues<HostFaultKind>().Except(Elsewhere)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_check_fails_while_the_fault_is_on_and_not_afterwards(HostFaultKind kind)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var server = kind is HostFaultKind.PrivateKeyMissing or HostFaultKind.AccessDenied ? Litware.Lync : Litware.Exchange;
        litware.Backend.Switch(server, kind, kind == HostFaultKind.ClockSkew ? "-600" : null);

        var disturbed = await litware.CheckAsync(CheckRequests.Storage());
        litware.Backend.Faults.Clear();
        var calm = await litware.CheckAsync(CheckRequests.Storage());

        Assert.False(disturbed.Succeeded);
        Assert.True(calm.Succeeded, string.Join('\n', calm.Steps));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_fault_of_one_server_disturbs_no_other(HostFaultKind kind)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.SharePoint, kind);

        var report = await litware.CheckAsync(CheckRequests.Storage());

        Assert.True(report.Succeeded, string.Join('\n', report.Steps));
    }

    [Fact]
    public async Task An_authorization_server_that_lost_its_key_issues_nothing()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust().WithTokenServer();
        litware.Backend.Switch(Litware.TokenServer, HostFaultKind.PrivateKeyMissing);

        var report = await litware.CheckAsync(CheckRequests.Probe(Litware.Lync, Litware.Exchange));

        Assert.Equal(("token", "PT3058"), (report.Steps[^1].Name, report.Steps[^1].Code));
    }

    [Fact]
    public async Task The_callers_own_clock_dates_its_tokens()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.Backend.Switch(Litware.Lync, HostFaultKind.ClockSkew, "600");

        var report = await litware.CheckAsync(CheckRequests.Storage());

        Assert.Equal("PT5030", report.Steps[^1].Code);
    }
}
