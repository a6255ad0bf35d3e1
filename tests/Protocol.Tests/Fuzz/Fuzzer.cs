using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Protocol.Tests.Grpc;

namespace PartnerTrust.Protocol.Tests.Fuzz;

/// <summary>Request bodies that a broken or hostile peer might send; the same seed gives the same bodies.</summary>
internal sealed class Fuzzer(int seed)
{
    private readonly Random random = new(seed);

    private static readonly byte[] Sound = Loopback.Frame(new CreateRequest
    {
        Urn = "urn:pulumi:s::p::t::n",
        Timeout = 1.5,
        Properties = PropertyCodec.Encode(PropertyMap.Of(
            ("secret", new SecretValue(ListValue.Of(["a", 1, true]))),
            ("asset", new AssetValue("hash", "text", null, null)),
            ("output", new OutputValue(PropertyMap.Of(("x", UnknownValue.Text)), true, ["urn"])))),
    });

    public byte[] Next() => random.Next(8) switch
    {
        0 => Sound[..random.Next(Sound.Length)],
        1 => WithLength(Sound, (uint)random.NextInt64(1L << 32)),
        2 => WithLength(Sound, (uint)random.Next(Sound.Length * 2)),
        3 => [(byte)random.Next(256), .. Sound[1..]],
        4 => WrongTypes(),
        5 => Flipped(),
        6 => Framed(Bytes(random.Next(200))),
        _ => Bytes(random.Next(200)),
    };

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private byte[] Flipped()
    {
        var bytes = (byte[])Sound.Clone();
        for (var i = random.Next(1, 8); i > 0; i--)
        {
            bytes[random.Next(Loopback.HeaderLength, bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    /// <summary>Known field numbers with wire types, lengths and contents that do not belong to them.</summary>
    private byte[] WrongTypes()
    {
        var message = new List<byte>();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            message.Add((byte)((random.Next(1, 9) << 3) | random.Next(6)));
            message.AddRange(Bytes(random.Next(12)));
        }

        return Framed([.. message]);
    }

    private static byte[] Framed(byte[] message) => WithLength([0, 0, 0, 0, 0, .. message], (uint)message.Length);

    private static byte[] WithLength(byte[] frame, uint length)
    {
        var bytes = (byte[])frame.Clone();
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(1), length);
        return bytes;
    }
}
