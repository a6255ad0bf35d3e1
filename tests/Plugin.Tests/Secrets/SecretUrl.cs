using FsCheck;
using FsCheck.Fluent;

namespace PartnerTrust.Plugin.Tests.Secrets;

/// <summary>A URL that somebody marked secret, right or wrong, and what it is made of.</summary>
internal sealed record SecretUrl(
    string Scheme, string? User, string? Password, string Host, string Port, IReadOnlyList<string> Segments, string Query, string Fragment)
{
    private static readonly Gen<string> Word = from length in Gen.Choose(4, 12)
                                               from letters in Gen.ArrayOf(
                                                   Gen.Elements("bcdfghjklmnpqrstvwxz0123456789BCDFGHJ".ToCharArray()), length)
                                               select "q" + new string(letters);

    private static readonly Gen<string> Segment = Gen.OneOf(
        Word,
        Word.Select(word => word + "%20" + word),
        Word.Select(word => word + " " + word),
        Word.Select(word => word + "\u00e4"),
        Gen.Elements("metadata", "json", "1", ""));

    private static readonly Gen<string> HostName = Gen.OneOf(
        from label in Word from domain in Word select $"{label}.{domain}.com",
        from label in Word select $"{label}.invalid",
        from label in Word select $"b\u00fccher-{label}.example",
        from label in Word select $"{label.ToUpperInvariant()}.Litwareinc.COM.",
        from label in Word select $"{label} {label}");

    private static readonly Gen<SecretUrl> Any =
        from scheme in Gen.Elements("https", "HTTPS", "http", "ftp")
        from user in Gen.OneOf(Gen.Constant<string?>(null), Word.Select(word => (string?)word))
        from password in Gen.OneOf(
            Gen.Constant<string?>(null), Word.Select(word => (string?)word), Word.Select(word => (string?)(word + "@/" + word)))
        from host in HostName
        from port in Gen.Elements("", ":443", ":8443")
        from count in Gen.Choose(0, 9)
        from segments in Gen.ListOf(Segment, count)
        from query in Gen.OneOf(Gen.Constant(""), Word.Select(word => "?key=" + word))
        from fragment in Gen.OneOf(Gen.Constant(""), Word.Select(word => "#" + word))
        select new SecretUrl(scheme, user, user is null ? null : password, host, port, [.. segments], query, fragment);

    public static Arbitrary<SecretUrl> Arbitrary { get; } = Arb.From(Any);

    public string Text => $"{Scheme}://{Credentials}{Host}{Port}/{string.Join('/', Segments)}{Query}{Fragment}";

    /// <summary>What nobody may recognise it by. The products' own paths are everybody's.</summary>
    public IEnumerable<string> Parts => new[] { User, Password, Host, Host.Split('.')[0] }.OfType<string>()
        .Concat(Segments).Append(Query.Split('=')[^1]).Append(Fragment.TrimStart('#'))
        .SelectMany(part => new[] { part, Uri.UnescapeDataString(part), part.TrimEnd('.') })
        .Where(part => part.Length >= 4 && part is not ("metadata" or "json"));

    private string Credentials => User is null ? "" : Password is null ? $"{User}@" : $"{User}:{Password}@";

    public override string ToString() => Text;
}
