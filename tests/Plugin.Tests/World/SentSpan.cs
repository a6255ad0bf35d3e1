using System.Collections.Immutable;
using Google.Protobuf;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>A span as it is on the wire of OTLP (<c>ExportTraceServiceRequest</c>).</summary>
internal sealed record SentSpan(
    string TraceId, string Id, string Parent, string Name, ulong Nanoseconds, ImmutableSortedDictionary<string, string> Tags, string Service)
{
    // Fields by their numbers in opentelemetry/proto/trace/v1/trace.proto and common/v1/common.proto.
    public static IEnumerable<SentSpan> In(byte[] request) =>
        from resourceSpans in Fields(request, 1)
        let service = Fields(Fields(resourceSpans, 1).Single(), 1).Select(Tag).Single(tag => tag.Key == "service.name").Value
        from scopeSpans in Fields(resourceSpans, 2)
        from span in Fields(scopeSpans, 2)
        select Read(span, service);

    private static SentSpan Read(byte[] span, string service) => new(
        Hex(span, 1),
        Hex(span, 2),
        Hex(span, 4),
        Text(Fields(span, 5).Single()),
        BitConverter.ToUInt64(Fields(span, 8).Single()) - BitConverter.ToUInt64(Fields(span, 7).Single()),
        Fields(span, 9).Select(Tag).ToImmutableSortedDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
        service);

    private static KeyValuePair<string, string> Tag(byte[] pair)
    {
        var value = Fields(pair, 2).Single();
        return KeyValuePair.Create(
            Text(Fields(pair, 1).Single()),
            Fields(value, 1).Select(Text).Concat(Fields(value, 3).Select(number => $"{BitConverter.ToUInt64(number)}")).FirstOrDefault() ?? "");
    }

    private static string Text(byte[] bytes) => System.Text.Encoding.UTF8.GetString(bytes);

    private static string Hex(byte[] span, int number) => string.Concat(Fields(span, number).Select(Convert.ToHexStringLower));

    /// <summary>Every value of a field: what is not bytes as eight of them.</summary>
    private static List<byte[]> Fields(byte[] message, int number)
    {
        var found = new List<byte[]>();
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            byte[] value = WireFormat.GetTagWireType(tag) switch
            {
                WireFormat.WireType.LengthDelimited => input.ReadBytes().ToByteArray(),
                WireFormat.WireType.Fixed64 => BitConverter.GetBytes(input.ReadFixed64()),
                WireFormat.WireType.Fixed32 => BitConverter.GetBytes((ulong)input.ReadFixed32()),
                _ => BitConverter.GetBytes(input.ReadUInt64()),
            };
            if (WireFormat.GetTagFieldNumber(tag) == number)
            {
                found.Add(value);
            }
        }

        return found;
    }
}
