using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>Writes the line that a generated function reads (<c>Scripts/Call.ps1</c>).</summary>
internal static class AnswerWriter
{
    public static string Write(PlayedAnswer answer, SessionLayer layer, string machine)
    {
        var line = answer.Question is { } question
            ? new JObject { ["ask"] = Encoded(question) }
            : new JObject { ["records"] = new JArray(answer.Records.Select(record => Record(record, layer, machine))) };
        return line.ToString(Formatting.None);
    }

    internal static string Encoded(string text) => Convert.ToBase64String(Encoding.Unicode.GetBytes(text));

    private static JArray Record(PlayedRecord record, SessionLayer layer, string machine) => record switch
    {
        PlayedRecord.Output { Value: PlayedValue.Thing or PlayedValue.Certificate or PlayedValue.Enumeration } output when layer == SessionLayer.Remote =>
            new JArray("clixml", Convert.ToBase64String(Encoding.UTF8.GetBytes(Clixml.Of(output.Value, machine)))),
        PlayedRecord.Output output => new JArray("object", LiveNodes.Of(output.Value)),
        PlayedRecord.Failure failure => new JArray("error", Error(failure.Error)),
        PlayedRecord.Warning warning => new JArray("warning", Encoded(warning.Text)),
        PlayedRecord.Verbose verbose => new JArray("verbose", Encoded(verbose.Text)),
        PlayedRecord.Information information => new JArray("information", Encoded(information.Text)),
        PlayedRecord.Import import => new JArray("import", Encoded(import.Path)),
        PlayedRecord.Forget forget => new JArray("forget", Encoded(forget.Name)),
        PlayedRecord.Block => new JArray("block"),
        PlayedRecord.Kill => new JArray("kill"),
        PlayedRecord.Exit exit => new JArray("exit", exit.Code),
        PlayedRecord.Noise noise => new JArray(noise.ToErrors ? "stderr" : "stdout", Convert.ToBase64String(noise.Bytes.AsSpan())),
        PlayedRecord.Prompt prompt => new JArray("prompt", Encoded(prompt.Text)),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "Not a known record."),
    };

    private static JObject Error(PlayedError error) => new()
    {
        ["id"] = Encoded(error.Id),
        ["category"] = error.Category,
        ["reason"] = error.Reason,
        ["exceptions"] = new JArray(error.Exceptions),
        ["message"] = Encoded(error.Message),
        ["target"] = error.Target is null ? JValue.CreateNull() : Encoded(error.Target),
        ["terminating"] = error.IsTerminating,
    };
}
