using Newtonsoft.Json;
using PartnerTrust.Plugin.Schema;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>The file that <c>pulumi import --file</c> takes.</summary>
internal static class ImportFile
{
    public static string Write(IEnumerable<ImportEntry> entries)
    {
        using var text = new StringWriter();
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented, StringEscapeHandling = StringEscapeHandling.EscapeNonAscii })
        {
            json.WriteStartObject();
            json.WritePropertyName("resources");
            json.WriteStartArray();
            foreach (var entry in entries)
            {
                json.WriteStartObject();
                WriteText(json, "type", PackageTokens.Of(entry.Type));
                WriteText(json, "name", entry.Name);
                WriteText(json, "id", entry.Id);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return text.ToString();
    }

    private static void WriteText(JsonTextWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
