using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Wire;

public sealed class NestingTests
{
    /// <summary>The stack of a thread where it is smallest: Windows, and Linux without glibc.</summary>
    private const int SmallStack = 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_deepest_value_that_is_read_fits_a_small_stack(bool objects)
    {
        var bytes = Nest(objects ? 490 : 740, objects);
        PropertyValue? back = null;
        var thread = new Thread(
            () =>
            {
                var value = PropertyCodec.Decode((Value)Marshalling.Parse(Value.Parser, bytes));
                var again = PropertyCodec.Encode(value.Plain()).ToByteArray();
                back = PropertyCodec.Decode((Value)Marshalling.Parse(Value.Parser, again));
                Assert.Equal(value, back);
            },
            SmallStack);
        thread.Start();
        thread.Join();

        Assert.NotNull(back);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Deeper_values_are_refused_and_do_not_overflow_the_stack(bool objects)
    {
        var bytes = Nest(5_000, objects);

        Assert.Throws<InvalidProtocolBufferException>(() => Marshalling.Parse(Value.Parser, bytes));
    }

    private static byte[] Nest(int depth, bool objects)
    {
        var bytes = Value.ForNull().ToByteArray();
        for (var i = 0; i < depth; i++)
        {
            bytes = objects ? Field(5, Field(1, [.. Field(1, [(byte)'k']), .. Field(2, bytes)])) : Field(6, Field(1, bytes));
        }

        return bytes;
    }

    private static byte[] Field(int number, byte[] content)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream, leaveOpen: true))
        {
            output.WriteTag(number, WireFormat.WireType.LengthDelimited);
            output.WriteBytes(ByteString.CopyFrom(content));
        }

        return stream.ToArray();
    }
}
