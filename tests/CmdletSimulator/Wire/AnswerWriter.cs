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
            ? new JObject { ["ask"] = WireText.Encode(question) }
            : new JObject { ["records"] = new JArray(answer.Records.Select(record => Record(record, layer, machine))) };
        return line.ToString(Formatting.None);
    }

    private static JArray Record(PlayedRecord record, SessionLayer layer, string machine) => record switch
    {
        PlayedRecord.Output output when layer == SessionLayer.Remote && IsObject(output.Value) => new JArray(
            "clixml", Convert.ToBase64String(Encoding.UTF8.GetBytes(Clixml.Of(output.Value, machine)))),
        PlayedRecord.Output output => new JArray("object", LiveNodes.Of(output.Value)),
        PlayedRecord.Failure failure => new JArray("error", Error(failure.Error, layer)),
        PlayedRecord.Warning warning => new JArray("warning", WireText.Encode(warning.Text)),
        PlayedRecord.Verbose verbose => new JArray("verbose", WireText.Encode(verbose.Text)),
        PlayedRecord.Information information => new JArray("information", WireText.Encode(information.Text)),
        PlayedRecord.Import import => new JArray("import", WireText.Encode(import.Path)),
        PlayedRecord.Forget forget => new JArray("forget", WireText.Encode(forget.Name)),
        PlayedRecord.Block => new JArray("block"),
        PlayedRecord.Kill => new JArray("kill"),
        PlayedRecord.Exit exit => new JArray("exit", exit.Code),
        PlayedRecord.Noise noise => new JArray(noise.ToErrors ? "stderr" : "stdout", Convert.ToBase64String(noise.Bytes.AsSpan())),
        PlayedRecord.Prompt prompt => new JArray("prompt", WireText.Encode(prompt.Text)),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "Not a known record."),
    };

    private static bool IsObject(PlayedValue value) => value is PlayedValue.Thing or PlayedValue.Certificate or PlayedValue.Enumeration;

    /// <summary>Implicit remoting makes all errors into ones that end nothing (powershell.md 1).</summary>
    private static JObject Error(PlayedError error, SessionLayer layer) => new()
    {
        ["id"] = WireText.Encode(error.Id),
        ["category"] = error.Category,
        ["reason"] = error.Reason,
        ["exceptions"] = new JArray(error.Exceptions),
        ["message"] = WireText.Encode(error.Message),
        ["target"] = error.Target is null ? JValue.CreateNull() : WireText.Encode(error.Target),
        ["terminating"] = error.IsTerminating && layer == SessionLayer.Local,
    };
}
