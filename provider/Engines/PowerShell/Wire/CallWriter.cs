using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>Writes a call as the lines that the bridge reads: first what is secret, and all bytes, each on a line of its own that no cmdlet of the
/// bridge sees, then the request (powershell.md 3).</summary>
internal sealed class CallWriter
{
    private readonly List<string> lines = [];

    private CallWriter()
    {
    }

    /// <param name="id">By which the answer is known.</param>
    /// <param name="call">What is to run.</param>
    /// <param name="limit">After which the bridge stops it.</param>
    public static IReadOnlyList<string> Write(int id, CmdletCall call, TimeSpan limit)
    {
        var writer = new CallWriter();
        var request = new JObject
        {
            ["id"] = id,
            ["cmdlet"] = call.Cmdlet,
            ["parameters"] = new JArray(call.Parameters.Select(parameter => writer.Parameter(parameter))),
            ["select"] = new JArray(call.Select),
            ["timeout"] = (int)limit.TotalMilliseconds,
            ["keep"] = call.Keep,
        };
        writer.lines.Add(request.ToString(Formatting.None));
        return writer.lines;
    }

    /// <summary>The line that stops a call.</summary>
    public static string Cancel(int id) => string.Create(CultureInfo.InvariantCulture, $"~{id}");

    private JArray Parameter(CmdletParameter parameter)
    {
        var (type, value) = Value(parameter.Value);
        return [parameter.Name, type, value];
    }

    private (string Type, JToken Value) Value(CmdletValue value) => value switch
    {
        CmdletValue.Text text => ("string", WireText.Write(text.Value)),
        CmdletValue.Texts texts => ("strings", new JArray(texts.Values.Select(WireText.Write))),
        CmdletValue.Switch chosen => ("switch", chosen.IsOn),
        CmdletValue.Flag flag => ("bool", flag.Value),
        CmdletValue.Number number => ("int", number.Value),
        CmdletValue.Identifier identifier => ("guid", identifier.Value.ToString("D")),
        CmdletValue.Date date => ("date", date.Value.UtcTicks.ToString(CultureInfo.InvariantCulture)),
        CmdletValue.Bytes bytes => ("bytes", Hide(bytes.Value)),
        CmdletValue.Certificate certificate => ("certificate", CertificateOf(certificate)),
        CmdletValue.File file => ("file", Hide(file.Content)),
        CmdletValue.Secret secret => (secret.IsSecure ? "secure" : "secret", Hide(secret.Value)),
        CmdletValue.Kept kept => ("kept", kept.Name),
        _ => ("null", JValue.CreateNull()),
    };

    private JArray CertificateOf(CmdletValue.Certificate certificate) =>
        [Hide(certificate.Content), certificate.Password is { } password ? Hide(password) : null];

    private string Hide(string text) => Hide([.. WireText.BytesOf(text)]);

    /// <summary>The name under which the request finds it.</summary>
    private string Hide(ImmutableArray<byte> bytes)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"s{lines.Count}");
        lines.Add($"!{name} {Convert.ToBase64String(bytes.AsSpan())}");
        return name;
    }
}
