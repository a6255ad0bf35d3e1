using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using Mode = PartnerTrust.Protocol.Messages.CheckRequest.Types.AutonamingOptions.Types.Mode;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Names what the program left unnamed (pulumi-protocol.md 2.5). A name once given stays.</summary>
internal static class AutoName
{
    private const int Longest = 64;
    private const int SuffixDigits = 7;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static PropertyMap Fill(PropertyMap given, string property, CheckRequest request, ICollection<Fault> faults)
    {
        if (given.Has(property))
        {
            return given;
        }

        var olds = PropertyCodec.Decode(request.Olds);
        if (olds.TryGetValue(property, out var old) && old.Unwrap() is TextValue)
        {
            return given.Set(property, old);
        }

        if (request.Autonaming?.Mode == Mode.Disable)
        {
            faults.Add(FaultCatalogue.NameMissing(property));
            return given;
        }

        return given.Set(property, Choose(request));
    }

    private static string Choose(CheckRequest request)
    {
        if (request.Autonaming is { ProposedName.Length: > 0 } proposal)
        {
            return proposal.Mode == Mode.Enforce ? proposal.ProposedName : Fit(proposal.ProposedName, Longest);
        }

        var name = request.Name.Length > 0 ? request.Name : PackageTokens.NameOf(request.Urn);
        var digits = Convert.ToHexStringLower(SHA256.HashData([.. request.RandomSeed.Span, .. Encoding.UTF8.GetBytes(request.Urn)]))[..SuffixDigits];
        return $"{StemOf(name)}-{digits}";
    }

    /// <summary>What a made-up name begins with.</summary>
    public static string StemOf(string resource) => Fit(resource, Longest - SuffixDigits - 1);

    /// <summary>Whether the name is one that was made up for a resource of that name.</summary>
    public static bool IsMadeUpFrom(string resource, string name) => StemOf(resource) is var stem
        && name.StartsWith(stem + "-", StringComparison.OrdinalIgnoreCase)
        && name[(stem.Length + 1)..] is { Length: SuffixDigits } digits && !digits.AsSpan().ContainsAnyExcept(Digits);

    private static string Fit(string name, int length)
    {
        var clean = string.Concat(name.Select(c => c is '/' || char.IsControl(c) ? '-' : c));
        return clean.Length <= length ? clean : clean[..length];
    }
}
