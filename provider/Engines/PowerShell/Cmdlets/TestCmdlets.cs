using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>The cmdlets by which the products prove that they reach one another (domain.md 6.1, 6.2).</summary>
internal static class TestCmdlets
{
    public const string Result = "Result";
    public const string ErrorMessage = "Error";
    public const string Outcome = "ResultType";
    public const string Detail = "Detail";

    public static ImmutableArray<AllowedCmdlet> Lync { get; } =
    [
        new(
            "Test-CsExStorageConnectivity",
            CmdletEffect.Tests,
            ["SipUri", "Folder", "DeleteItem", "Binding", "HostNameStorageService", "Verbose"]),
    ];

    public static ImmutableArray<AllowedCmdlet> Exchange { get; } =
    [
        new("Test-OAuthConnectivity", CmdletEffect.Tests, ["Service", "TargetUri", "Mailbox", "ReloadConfig"]),
    ];

    /// <summary>Writes an item into the user's mailbox and, unless it is to stay, deletes it again.</summary>
    public static CmdletCall WriteItem(ConnectivityRequest request) => new CallBuilder("Test-CsExStorageConnectivity")
        .Text("SipUri", request.SipUri)
        .Text("Folder", request.Folder.ToString())
        .On("DeleteItem", request.DeleteItem)
        .Text("Binding", request.Binding)
        .Text("HostNameStorageService", request.HostNameStorageService)
        .On("Verbose")
        .Build(Result, ErrorMessage);

    /// <summary>Makes Exchange get a token and call out to the URL, with what is configured now. It writes nothing.</summary>
    /// <param name="target">What is called.</param>
    /// <param name="isEws">Whether that is the EWS of another Exchange.</param>
    /// <param name="mailbox">For whom; an SMTP address.</param>
    public static CmdletCall CallOut(Uri target, bool isEws, string mailbox) => new CallBuilder("Test-OAuthConnectivity")
        .Text("Service", isEws ? "EWS" : "Generic").Text("TargetUri", target.AbsoluteUri).Text("Mailbox", mailbox).On("ReloadConfig")
        .Build(Outcome, Detail);
}
