using System.Text.Json.Nodes;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>One call as it is committed: values that differ from run to run stand as numbered placeholders, one number a value.</summary>
internal sealed record TranscriptLine(string Method, string Request, string Response)
{
    public static TranscriptLine Parse(string line)
    {
        var json = JsonNode.Parse(line)!;
        return new TranscriptLine(
            (string)json["method"]!,
            json["request"]!.ToJsonString(TranscriptRecorder.Plain),
            json["response"]!.ToJsonString(TranscriptRecorder.Plain));
    }

    public override string ToString() =>
        $$"""{"method":"{{Method}}","request":{{Request}},"response":{{Response}}}""";
}
