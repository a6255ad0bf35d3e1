using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>An answer as programs read it, in the form of version 1 that <c>docs/errors/README.md</c> describes.</summary>
internal static class AnswerJson
{
    private const int Version = 1;

    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Answer answer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            WriteAll(json, "explanations", answer.Explanations, WriteExplanation);
            WriteAll(json, "seeAlso", answer.SeeAlso, WriteBrief);
            WriteAll(json, "unknown", answer.Unknown, WriteUnknown);
            WriteAll(json, "notes", answer.Notes, (json, note) => json.WriteStringValue(note));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteAll<T>(Utf8JsonWriter json, string name, IEnumerable<T> values, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            write(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteExplanation(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteString("number", explanation.Number);
        json.WriteString("meaning", explanation.Meaning);
        json.WriteString("kind", explanation.Kind);
        WriteText(json, "cause", explanation.Cause);
        WriteText(json, "seen", explanation.Seen);
        WriteText(json, "remedy", explanation.Remedy);
        WriteAll(json, "signs", explanation.Signs, (json, sign) => json.WriteStringValue(sign.Text));
        json.WriteString("page", FaultPage.AddressOf(explanation.Number).AbsoluteUri);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteBrief(Utf8JsonWriter json, Explanation explanation)
    {
        json.WriteStartObject();
        json.WriteString("number", explanation.Number);
        json.WriteString("meaning", explanation.Meaning);
        json.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter json, UnknownNumber unknown)
    {
        json.WriteStartObject();
        json.WriteString("number", unknown.Number);
        WriteAll(json, "nearest", unknown.Nearest, (json, number) => json.WriteStringValue(number));
        json.WriteEndObject();
    }
}
