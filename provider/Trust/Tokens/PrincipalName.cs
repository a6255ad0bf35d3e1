using System.Diagnostics.CodeAnalysis;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Who issues or acts: <c>application@realm</c> (domain.md 1.5). Both parts compare case-sensitively.</summary>
public readonly record struct PrincipalName(string Application, string Realm)
{
    /// <summary>The realm is what follows the last <c>@</c>; a <c>/</c> directly before it, seen in traces, is an empty host and left out.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PrincipalName name)
    {
        name = default;
        var at = text?.LastIndexOf('@') ?? -1;
        if (at <= 0)
        {
            return false;
        }

        var application = text![..at];
        application = application.EndsWith('/') ? application[..^1] : application;
        var realm = text[(at + 1)..];
        if (application.Length == 0 || realm.Length == 0 || application.AsSpan().IndexOfAny("/@ ") >= 0 || realm.AsSpan().IndexOfAny("/ ") >= 0)
        {
            return false;
        }

        name = new PrincipalName(application, realm);
        return true;
    }

    public static PrincipalName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"\"{text}\" does not have the form application@realm.");

    public override string ToString() => $"{Application}@{Realm}";
}
