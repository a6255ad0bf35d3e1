using Microsoft.Extensions.Primitives;
using PartnerTrust.Emulator.Listening;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>The answer to a call that shows nothing good: 401, and what would be taken.</summary>
internal static class Challenge
{
    /// <summary>What servers take besides tokens; nobody calls the emulated ones with it.</summary>
    public const string Negotiate = "Negotiate";

    /// <summary>Like <see cref="Negotiate"/>.</summary>
    public const string Ntlm = "NTLM";

    public static Task WriteAsync(HostRequest request, params string[] schemes)
    {
        request.Http.Response.Headers.WWWAuthenticate = new StringValues(schemes);
        return Answers.WriteAsync(request.Http, 401, Answers.Text, "401 - Unauthorized.");
    }
}
