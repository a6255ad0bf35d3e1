using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>Reads the answer that the bridge wrote.</summary>
internal static class CallReader
{
    /// <exception cref="JsonException">It is no such answer.</exception>
    public static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
        return JObject.Load(reader);
    }

    public static CallAnswer Read(JObject answer) => new(EndingOf(answer), TimeSpan.FromMilliseconds(answer.Value<long>("milliseconds")))
    {
        Objects = [.. Items(answer, "objects").Select(ObjectOf)],
        Errors = [.. Items(answer, "errors").OfType<JObject>().Select(ErrorOf)],
        Warnings = Texts(answer, "warning"),
        Verbose = Texts(answer, "verbose"),
        Information = Texts(answer, "information"),
    };

    private static CallEnding EndingOf(JObject answer) => answer.Value<string>("ended") switch
    {
        "done" => CallEnding.Done,
        "failed" => CallEnding.Failed,
        "timeout" => CallEnding.TimedOut,
        "cancelled" => CallEnding.Cancelled,
        "refused" => CallEnding.Refused,
        var other => throw new JsonException($"A call ended as \"{other}\"."),
    };

    private static CmdletObject ObjectOf(JToken token) => token is JObject written && written["$object"] is JObject values
        ? new CmdletObject(Text(written["$type"]), values, Text(written["$text"]))
        : new CmdletObject("System.String", [], CmdletObject.TextOf(token) ?? "");

    private static CmdletError ErrorOf(JObject error) => new(
        Text(error["id"]),
        Text(error["category"]),
        Text(error["reason"]),
        Text(error["target"]),
        Texts(error, "exceptions"),
        Text(error["message"]),
        error.Value<int>("hresult"));

    private static ImmutableArray<string> Texts(JObject answer, string name) => [.. Items(answer, name).Select(Text)];

    private static JArray Items(JObject answer, string name) => answer[name] as JArray ?? [];

    private static string Text(JToken? token) => token is null ? "" : CmdletObject.TextOf(token) ?? "";
}
