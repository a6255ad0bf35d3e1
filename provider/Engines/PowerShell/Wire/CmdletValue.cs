using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>A parameter's value, with the type that the cmdlet is given (powershell.md 3). <see cref="object.ToString"/> shows no secret.</summary>
public abstract record CmdletValue
{
    private CmdletValue()
    {
    }

    /// <summary><c>$null</c>: clears a property.</summary>
    public sealed record Null : CmdletValue
    {
        public static Null Instance { get; } = new();
    }

    /// <summary>A <c>String</c>; also the name of an enumeration's value, an identity and a <c>Uri</c>, which PowerShell converts.</summary>
    public sealed record Text(string Value) : CmdletValue;

    /// <summary>A <c>String[]</c>.</summary>
    public sealed record Texts(ImmutableArray<string> Values) : CmdletValue
    {
        public bool Equals(Texts? other) => other is not null && Values.SequenceEqual(other.Values);

        public override int GetHashCode() => Values.Length;
    }

    /// <summary>A <c>SwitchParameter</c>.</summary>
    public sealed record Switch(bool IsOn) : CmdletValue;

    /// <summary>A <c>Boolean</c>.</summary>
    public sealed record Flag(bool Value) : CmdletValue;

    /// <summary>An <c>Int32</c>.</summary>
    public sealed record Number(int Value) : CmdletValue;

    public sealed record Identifier(Guid Value) : CmdletValue;

    /// <summary>A <c>DateTime</c>, given in the local time of the machine that runs the cmdlet.</summary>
    public sealed record Date(DateTimeOffset Value) : CmdletValue;

    /// <summary>A <c>Byte[]</c>.</summary>
    public sealed record Bytes(ImmutableArray<byte> Value) : CmdletValue
    {
        public bool Equals(Bytes? other) => other is not null && Value.AsSpan().SequenceEqual(other.Value.AsSpan());

        public override int GetHashCode() => Value.Length;

        public override string ToString() => $"Bytes {{ {Value.Length} }}";
    }

    /// <summary>An <c>X509Certificate2</c>.</summary>
    /// <param name="Content">DER, or PKCS#12 with the private key.</param>
    /// <param name="Password">Of the PKCS#12; null for DER.</param>
    public sealed record Certificate(ImmutableArray<byte> Content, string? Password) : CmdletValue
    {
        public bool Equals(Certificate? other) =>
            other is not null && Password == other.Password && Content.AsSpan().SequenceEqual(other.Content.AsSpan());

        public override int GetHashCode() => Content.Length;

        public override string ToString() => $"Certificate {{ {Content.Length} }}";
    }

    /// <summary>The path of a file that holds the bytes while the cmdlet runs.</summary>
    public sealed record File(ImmutableArray<byte> Content) : CmdletValue
    {
        public bool Equals(File? other) => other is not null && Content.AsSpan().SequenceEqual(other.Content.AsSpan());

        public override int GetHashCode() => Content.Length;

        public override string ToString() => $"File {{ {Content.Length} }}";
    }

    /// <summary>A secret.</summary>
    /// <param name="Value">The text.</param>
    /// <param name="IsSecure">Whether the cmdlet takes a <c>SecureString</c>; a <c>String</c> otherwise.</param>
    public sealed record Secret(string Value, bool IsSecure) : CmdletValue
    {
        public override string ToString() => "Secret { [secret] }";
    }

    /// <summary>An object that an earlier call of the same shell kept under that name.</summary>
    public sealed record Kept(string Name) : CmdletValue;
}
