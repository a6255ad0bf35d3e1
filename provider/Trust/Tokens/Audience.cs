using System.Diagnostics.CodeAnalysis;

namespace PartnerTrust.Trust.Tokens;

/// <summary>For whom a token is: <c>application/host@realm</c> (domain.md 1.5, 5.5). Application and realm compare case-sensitively, the
/// host does not. The host may be empty: traces show a <c>/</c> directly before the <c>@</c>.</summary>
public readonly record struct Audience(string Application, string Host, string Realm)
{
    public static bool TryParse([NotNullWhen(true)] string? text, out Audience audience)
    {
        audience = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        var at = text?.LastIndexOf('@') ?? -1;
        if (slash <= 0 || at < slash || at == text!.Length - 1)
        {
            return false;
        }

        var parsed = new Audience(text[..slash], text[(slash + 1)..at], text[(at + 1)..]);
        if (parsed.Application.AsSpan().IndexOfAny("@ ") >= 0 || parsed.Host.AsSpan().IndexOfAny("/@ ") >= 0
            || parsed.Realm.AsSpan().IndexOfAny("/ ") >= 0)
        {
            return false;
        }

        audience = parsed;
        return true;
    }

    public bool Equals(Audience other) =>
        string.Equals(Application, other.Application, StringComparison.Ordinal)
        && string.Equals(Host, other.Host, StringComparison.OrdinalIgnoreCase)
        && string.Equals(Realm, other.Realm, StringComparison.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Application, Host.ToUpperInvariant(), Realm);

    public override string ToString() => $"{Application}/{Host}@{Realm}";
}
