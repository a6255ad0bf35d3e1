using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Recording;

/// <summary>A call as a line of PowerShell that could be pasted. It is for readers alone: what is run never goes through text. Of secrets, keys and
/// bytes only that they are there is shown.</summary>
public static partial class CallText
{
    public static string Of(CmdletCall call)
    {
        var line = new StringBuilder(call.Keep is { } name ? $"${name} = " : "").Append(call.Cmdlet);
        foreach (var parameter in call.Parameters)
        {
            line.Append(" -").Append(parameter.Name).Append(After(parameter.Value));
        }

        return line.ToString();
    }

    private static string After(CmdletValue value) => value switch
    {
        CmdletValue.Switch { IsOn: true } => "",
        CmdletValue.Switch => ":$false",
        _ => " " + Of(value),
    };

    private static string Of(CmdletValue value) => value switch
    {
        CmdletValue.Text text => Quoted(text.Value),
        CmdletValue.Texts texts => Listed(texts.Values),
        CmdletValue.Flag flag => flag.Value ? "$true" : "$false",
        CmdletValue.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        CmdletValue.Identifier identifier => identifier.Value.ToString("D"),
        CmdletValue.Date date => $"([datetime]'{date.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}')",
        CmdletValue.Secret { IsSecure: true } => "(Read-Host -AsSecureString 'password')",
        CmdletValue.Secret => "'***'",
        CmdletValue.Bytes bytes => $"([IO.File]::ReadAllBytes('{Placeholder(bytes.Value.Length)}'))",
        CmdletValue.File file => $"'{Placeholder(file.Content.Length)}'",
        CmdletValue.Certificate certificate => $"(Get-PfxCertificate '{Placeholder(certificate.Content.Length)}')",
        CmdletValue.Kept kept => "$" + kept.Name,
        _ => "$null",
    };

    private static string Placeholder(int length) => string.Create(CultureInfo.InvariantCulture, $"certificate of {length} bytes");

    private static string Listed(ImmutableArray<string> texts) => texts.IsEmpty ? "@()" : string.Join(", ", texts.Select(Quoted));

    private static string Quoted(string text) => Bare().IsMatch(text) ? text
        : text.Any(char.IsControl) ? Expanded(text)
        : $"'{SingleQuote().Replace(text, "$0$0")}'";

    /// <summary>With control characters by their code, which single quotes do not know.</summary>
    private static string Expanded(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var unit in text)
        {
            quoted.Append(unit switch
            {
                '`' or '$' => $"`{unit}",
                '"' or '\u201C' or '\u201D' or '\u201E' => $"`{unit}",
                _ when char.IsControl(unit) => string.Create(CultureInfo.InvariantCulture, $"$([char]{(int)unit})"),
                _ => unit.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>PowerShell ends a text at typographic quotes as well.</summary>
    [GeneratedRegex(@"['\u2018\u2019\u201A\u201B]", RegexOptions.CultureInvariant)]
    private static partial Regex SingleQuote();
}
