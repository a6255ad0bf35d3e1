using System.Globalization;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>Calls as one would type them, to be compared with what a test expects: certificates by their number in <see cref="Certs"/>, without the
/// <c>-Confirm:$false</c> that every one has.</summary>
internal static class CallText
{
    public static IEnumerable<string> Of(IEnumerable<CmdletCall> calls) => calls.Select(Of);

    public static string Of(CmdletCall call)
    {
        var text = string.Join(' ', call.Parameters.Where(parameter => parameter.Name != "Confirm").Select(Of).Prepend(call.Cmdlet));
        for (var index = 0; index < 4; index++)
        {
            text = text.Replace(Certs.Public(index).Thumbprint.Hex, $"key{index}", StringComparison.Ordinal)
                .Replace(Convert.ToBase64String(Certs.Public(index).Der.AsSpan()), $"der{index}", StringComparison.Ordinal);
        }

        return call.Keep is null ? text : $"{text} => {call.Keep}";
    }

    private static string Of(CmdletParameter parameter) => parameter.Value is CmdletValue.Switch { IsOn: true }
        ? $"-{parameter.Name}"
        : $"-{parameter.Name} {Of(parameter.Value)}";

    private static string Of(CmdletValue value) => value switch
    {
        CmdletValue.Null => "$null",
        CmdletValue.Text { Value: var text } => text.Contains(' ') || text.Length == 0 ? $"'{text}'" : text,
        CmdletValue.Texts texts => string.Join(',', texts.Values),
        CmdletValue.Flag { Value: var flag } => flag ? "$true" : "$false",
        CmdletValue.Date { Value: var date } => date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
        CmdletValue.Secret => "***",
        CmdletValue.Kept { Name: var name } => $"${name}",
        CmdletValue.Certificate { Password: null } certificate => Convert.ToBase64String(certificate.Content.AsSpan()),
        _ => "<pfx>",
    };
}
