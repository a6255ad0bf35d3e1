namespace PartnerTrust.Protocol.Properties;

/// <summary>The constants that mark special values inside a <c>google.protobuf.Struct</c> (pulumi-protocol.md 3).</summary>
public static class PropertySignatures
{
    /// <summary>An object with this key is no plain object; the key's value says what it is.</summary>
    public const string Key = "4dabf18193072939515e22adb298388d";

    public const string Secret = "1b47061264138c4ac30d75fd1eb44270";
    public const string Asset = "c44067f5952c0a294b673a41bacd8c17";
    public const string Archive = "0def7320c3a5731c473e5ecbe6d01bc7";
    public const string ResourceReference = "5cf8f73096256a8f31e491e813e4eb8e";
    public const string Output = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
    public const string ByteString = "803fd3297a5875dc03ca845dda5d2a98";

    /// <summary>The text that stands for an unknown value of a kind.</summary>
    public static string Of(UnknownKind kind) => kind switch
    {
        UnknownKind.Text => "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        UnknownKind.Bool => "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        UnknownKind.Number => "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        UnknownKind.List => "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        UnknownKind.Map => "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
        UnknownKind.Asset => "030794c1-ac77-496b-92df-f27374a8bd58",
        UnknownKind.Archive => "e48ece36-62e2-4504-bad9-02848725956a",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Null for a text that stands for itself.</summary>
    public static UnknownKind? UnknownKindOf(string text) =>
        text.Length == SentinelLength && Sentinels.TryGetValue(text, out var kind) ? kind : null;

    private const int SentinelLength = 36;

    private static readonly Dictionary<string, UnknownKind> Sentinels = Enum.GetValues<UnknownKind>().ToDictionary(Of, StringComparer.Ordinal);
}
