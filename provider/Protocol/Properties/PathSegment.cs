namespace PartnerTrust.Protocol.Properties;

/// <summary>One step of a <see cref="PropertyPath"/>.</summary>
public abstract record PathSegment
{
    private PathSegment()
    {
    }

    public sealed record Key(string Name) : PathSegment;

    public sealed record Index(int Position) : PathSegment;

    /// <summary><c>*</c>: every element of a list, every entry of an object.</summary>
    public sealed record Any : PathSegment;
}
