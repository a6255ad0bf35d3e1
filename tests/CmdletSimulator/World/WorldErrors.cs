using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World.Exchange;
using PartnerTrust.CmdletSimulator.World.Lync;
using PartnerTrust.CmdletSimulator.World.SharePoint;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Errors of any cmdlet.</summary>
internal static class WorldErrors
{
    /// <summary>A hole in this simulator, and no error that a server has: whoever meets it is to fill it.</summary>
    public static PlayedError Unplayed(string message) =>
        new("SimulatorHasNoAnswer", "NotImplemented", "NotImplementedException", ["System.NotImplementedException"], message);

    /// <summary>What our rules refuse, in the words of the cmdlet's product.</summary>
    public static PlayedError Refused(PlayedCall call, FaultException refusal) => OfProduct(call.Cmdlet, "InvalidOperationException", refusal.Message);

    /// <summary>The account may not do that in the directory (powershell.md 4).</summary>
    public static PlayedError AccessDenied(PlayedCall call) => ProductOf(call.Cmdlet) switch
    {
        CmdletProduct.Cs => CsErrors.Of(call.Cmdlet, "SecurityException", "System.Security.SecurityException", "Access denied."),
        CmdletProduct.SharePoint => SharePointErrors.AccessDenied(call.Cmdlet),
        _ => ExchangeErrors.AccessDenied(call.Cmdlet),
    };

    private static PlayedError OfProduct(string cmdlet, string reason, string message) => ProductOf(cmdlet) switch
    {
        CmdletProduct.Cs => CsErrors.Of(cmdlet, reason, $"System.{reason}", message),
        CmdletProduct.SharePoint => SharePointErrors.Of(cmdlet, reason, $"System.{reason}", message),
        _ => ExchangeErrors.Of(cmdlet, "InvalidOperation", reason, $"System.{reason}", message),
    };

    private static CmdletProduct ProductOf(string cmdlet) => cmdlet.Split('-')[^1] switch
    {
        var noun when noun.StartsWith("Cs", StringComparison.Ordinal) => CmdletProduct.Cs,
        var noun when noun.StartsWith("SP", StringComparison.Ordinal) => CmdletProduct.SharePoint,
        _ => CmdletProduct.Exchange,
    };

    private enum CmdletProduct
    {
        Cs,
        Exchange,
        SharePoint,
    }
}
