using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Reports.Overview;

/// <summary>The words that all forms of a report use for the same things.</summary>
public static class Words
{
    /// <summary><c>ok</c>, <c>warning</c> or <c>critical</c>.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Well => "ok",
        Severity.Warning => "warning",
        _ => "critical",
    };

    /// <summary>What becomes of a call: <c>accepted</c>, <c>refused</c>, or <c>cannot be told</c>.</summary>
    public static string Of(CallReport call) => !call.IsAccepted ? "refused" : call.IsOpen ? "cannot be told" : "accepted";

    /// <summary>A sign of that, to stand before the word.</summary>
    public static string Mark(CallReport call) => !call.IsAccepted ? "✗" : call.IsOpen ? "?" : "✓";

    /// <summary>What a step of a rollover is called (<c>RolloverStep.Action</c>).</summary>
    public static string OfStep(string action) => action switch
    {
        "refreshConsumer" => "refresh a partner",
        _ => action,
    };

    public static string Of(CertificateSlot slot) => slot switch
    {
        CertificateSlot.Current => "current",
        CertificateSlot.Next => "next",
        _ => "previous",
    };

    public static string Of(ServerProduct product) => product switch
    {
        ServerProduct.LyncServer => "Lync",
        ServerProduct.ExchangeServer => "Exchange",
        ServerProduct.SharePointServer => "SharePoint",
        _ => "Token server",
    };
}
