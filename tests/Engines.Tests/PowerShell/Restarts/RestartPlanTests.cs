using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Restarts;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Restarts;

public sealed class RestartPlanTests
{
    [Fact]
    public void Pools_that_hold_the_configuration_are_recycled_on_their_own_machine() => Assert.Equal(
        ["Restart-WebAppPool -Name MSExchangeOWAAppPool", "Restart-WebAppPool -Name MSExchangeECPAppPool"],
        Texts(RestartScope.AppPools, ServerProduct.ExchangeServer, isHere: true));

    [Fact]
    public void IIS_is_stopped_with_all_that_depends_on_it_and_started_again() => Assert.Equal(
        ["Restart-Service -Name WAS -Force -Confirm:$false", "Start-Service -Name W3SVC -Confirm:$false"],
        Texts(RestartScope.Iis, ServerProduct.LyncServer, isHere: true));

    [Fact]
    public void A_machine_without_a_shell_is_reached_through_its_services() => Assert.Equal(
        [
            "$service = Get-Service -Name WAS -ComputerName ex2.litwareinc.com",
            "Restart-Service -InputObject $service -Force -Confirm:$false",
            "$service = Get-Service -Name W3SVC -ComputerName ex2.litwareinc.com",
            "Start-Service -InputObject $service -Confirm:$false",
        ],
        Texts(RestartScope.Iis, ServerProduct.ExchangeServer, isHere: false));

    [Fact]
    public void SharePoint_also_restarts_its_timer() =>
        Assert.Equal("Restart-Service -Name SPTimerV4 -Force -Confirm:$false", Texts(RestartScope.Iis, ServerProduct.SharePointServer, isHere: true)[^1]);

    [Fact]
    public void Nothing_is_restarted_where_nothing_is_asked_for() =>
        Assert.Empty(Texts(RestartScope.None, ServerProduct.ExchangeServer, isHere: false));

    [Theory]
    [InlineData(ServerProduct.LyncServer, true, "PT8130")]
    [InlineData(ServerProduct.ExchangeServer, false, "PT8131")]
    public void Pools_that_nobody_knows_or_reaches_are_refused(ServerProduct product, bool isHere, string code) => Assert.Equal(
        code, Assert.Throws<FaultException>(() => Texts(RestartScope.AppPools, product, isHere)).Faults[0].Code);

    private static string[] Texts(RestartScope scope, ServerProduct product, bool isHere) =>
        [.. RestartPlan.Of(scope, product, "ex2.litwareinc.com", isHere).Select(CallText.Of)];
}
