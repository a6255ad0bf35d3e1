using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;

namespace PartnerTrust.Engines.PowerShell.Openings;

/// <summary>The documented ways of each product. Exchange's snap-in is none of them: it goes past the permissions, and is not supported.</summary>
internal static class ProductOpenings
{
    /// <summary>On a Front End: the module of Skype for Business Server, or that of Lync Server 2013.</summary>
    public static ProductOpening LyncModule(ImmutableArray<AllowedCmdlet> cmdlets) => new(
        [[SessionCmdlets.ImportModule("SkypeForBusiness")], [SessionCmdlets.ImportModule("Lync")]], cmdlets)
    {
        Description = "the module SkypeForBusiness or Lync",
    };

    public static ProductOpening LyncSession(string host, ImmutableArray<AllowedCmdlet> cmdlets) => new(
        [[SessionCmdlets.ConnectToLync(host), SessionCmdlets.ImportSession(cmdlets.Select(cmdlet => cmdlet.Name))]], cmdlets)
    {
        Description = $"a session with https://{host}/OcsPowershell",
    };

    /// <summary>The same on the server and from elsewhere: the management shell does it so as well.</summary>
    public static ProductOpening ExchangeSession(string host, ImmutableArray<AllowedCmdlet> cmdlets) => new(
        [[SessionCmdlets.ConnectToExchange(host), SessionCmdlets.ImportSession(cmdlets.Select(cmdlet => cmdlet.Name))]], cmdlets)
    {
        Description = $"a session with http://{host}/PowerShell/",
    };

    /// <summary>The Exchange Management Shell, on a machine where it is installed: objects arrive whole.</summary>
    public static ProductOpening ExchangeShell(ImmutableArray<AllowedCmdlet> cmdlets) => new(
        [[SessionCmdlets.RunExchangeScript(), SessionCmdlets.ConnectExchangeShell()]], cmdlets)
    {
        Description = "the Exchange Management Shell",
    };

    /// <summary>On a server of the farm: the module of the Subscription Edition, or the snap-in of those before.</summary>
    public static ProductOpening SharePointModule(ImmutableArray<AllowedCmdlet> cmdlets) => new(
        [[SessionCmdlets.ImportModule("SharePointServer")], [SessionCmdlets.AddSnapin("Microsoft.SharePoint.PowerShell")]], cmdlets)
    {
        Description = "the module SharePointServer or the snap-in Microsoft.SharePoint.PowerShell",
    };
}
