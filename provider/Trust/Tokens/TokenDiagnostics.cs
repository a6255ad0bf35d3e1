using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PartnerTrust.Trust.Tokens;

/// <summary>The <c>x-ms-diagnostics</c> header with which a product explains a refusal (domain.md 5.7). The list of codes is open: a code is
/// data, what counts is the text.</summary>
/// <param name="Code">Null where no document shows one.</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="ErrorCategory">For example <c>invalid_resource</c>.</param>
public sealed record TokenDiagnostics(int? Code, string Reason, string ErrorCategory)
{
    public const string HeaderName = "x-ms-diagnostics";

    public static TokenDiagnostics InvalidSignature { get; } = new(2000000, "The token has an invalid signature.", "invalid_signature");

    public static TokenDiagnostics InvalidAudience { get; } = new(2000003, "The audience claim value is invalid 'aud'.", "invalid_resource");

    public static TokenDiagnostics UserDoesNotExist { get; } =
        new(null, "The user specified by the user-context in the token does not exist.", "invalid_user");

    public static TokenDiagnostics InvalidHost(string expected, string actual) => new(
        2000003,
        $"The hostname component of the audience claim value is invalid. Expected 'https://{expected}'. Actual 'https://{actual}'.",
        "invalid_resource");

    public static TokenDiagnostics TenantDoesNotExist(string realm) =>
        new(2000004, $"The tenant for tenant guid '{realm}' does not exist.", "invalid_tenant");

    public static TokenDiagnostics NoPermission(string application) => new(
        2000008, $"The token should have valid permissions or linked account associated with partner application '{application}'.", "invalid_grant");

    /// <summary>Takes what is there: parts in any order, a reason with semicolons in it, a missing code.</summary>
    public static bool TryParse(string? header, [NotNullWhen(true)] out TokenDiagnostics? diagnostics)
    {
        diagnostics = null;
        if (string.IsNullOrWhiteSpace(header) || header.Length > 8192)
        {
            return false;
        }

        var digits = header.TrimStart().TakeWhile(char.IsAsciiDigit).Count();
        int? code = int.TryParse(header.TrimStart().AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        var reason = Part(header, "reason=\"", "\";");
        var category = Part(header, "error_category=\"", "\"");
        if (code is null && reason is null)
        {
            return false;
        }

        diagnostics = new TokenDiagnostics(code, reason ?? "", category ?? "");
        return true;
    }

    /// <summary>Fit for a header: what could end the quoted text or the line is replaced.</summary>
    public override string ToString()
    {
        var reason = string.Concat(Reason.Select(c => c is '"' || char.IsControl(c) || c > '~' ? '_' : c));
        var code = Code is { } number ? number.ToString(CultureInfo.InvariantCulture) + ";" : "";
        return $"{code}reason=\"{reason}\";error_category=\"{ErrorCategory}\"";
    }

    private static string? Part(string header, string start, string end)
    {
        var from = header.IndexOf(start, StringComparison.OrdinalIgnoreCase);
        if (from < 0)
        {
            return null;
        }

        from += start.Length;
        var to = header.IndexOf(end, from, StringComparison.Ordinal);
        return to < 0 ? header[from..].TrimEnd('"', ' ') : header[from..to];
    }
}
