using Microsoft.AspNetCore.Http;

namespace PartnerTrust.Emulator.Exchange.Autodiscover;

/// <summary>What clients read off an answer, even a refusal, before they choose how to ask.</summary>
internal static class AutodiscoverHeaders
{
    public static void Write(HttpResponse response)
    {
        response.Headers["X-SOAP-Enabled"] = "True";
        response.Headers["X-OAuth-Enabled"] = "True";
    }
}
