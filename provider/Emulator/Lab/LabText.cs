using System.Globalization;
using System.Net;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Lab;

/// <summary>Words of the status page; everything that comes from the state goes through <see cref="Escape"/>.</summary>
internal static class LabText
{
    private const int SoonDays = 60;

    public static string Escape(string? text) => WebUtility.HtmlEncode(text ?? "");

    public static string Chip(string kind, string text) => $"<span class=\"chip {kind}\">{Escape(text)}</span>";

    public static string Product(ServerProduct product) => product switch
    {
        ServerProduct.LyncServer => "Lync",
        ServerProduct.ExchangeServer => "Exchange",
        ServerProduct.SharePointServer => "SharePoint",
        _ => "Token server",
    };

    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + " UTC";

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How good a certificate is, in a class of the style and in words.</summary>
    public static (string Kind, string Words) Condition(SigningCertificate? certificate, DateTimeOffset now)
    {
        if (certificate is null)
        {
            return ("bad", "no certificate");
        }

        var days = (int)Math.Floor((certificate.NotAfter - now).TotalDays);
        return days switch
        {
            < 0 => ("bad", $"expired {-days} d ago"),
            1 => ("warn", "1 day left"),
            < SoonDays => ("warn", $"{days} days left"),
            _ => ("good", $"{days} days left"),
        };
    }
}
