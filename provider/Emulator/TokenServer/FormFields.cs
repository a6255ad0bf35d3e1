using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace PartnerTrust.Emulator.TokenServer;

/// <summary>Reads a small url-encoded form.</summary>
internal static class FormFields
{
    /// <summary>Null when it is no form, or no small one.</summary>
    public static async Task<Dictionary<string, string>?> ReadAsync(HttpRequest request, int largest, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            using var reader = new FormReader(request.Body, Encoding.UTF8) { ValueCountLimit = 20, KeyLengthLimit = 200, ValueLengthLimit = largest };
            var fields = await reader.ReadFormAsync(cancellationToken);
            return fields.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
