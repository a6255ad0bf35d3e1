namespace PartnerTrust.Testing.Samples;

/// <summary>A few random changes of bytes, the same for the same seed.</summary>
public static class Mutation
{
    private static readonly byte[] Telling = [.. "{}[]\",:\\/@\0\xff0eEnt -"u8];

    public static byte[] Of(byte[] content, int seed)
    {
        var random = new Random(seed);
        var bytes = content.ToList();
        for (var changes = random.Next(1, 6); changes > 0 && bytes.Count > 2; changes--)
        {
            Change(bytes, random);
        }

        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        var length = random.Next(1, Math.Min(64, bytes.Count - at) + 1);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = Telling[random.Next(Telling.Length)];
                break;
            case 2:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            default:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
        }
    }
}
