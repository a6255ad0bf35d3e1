using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Resources.Records;

/// <summary>Names of records: they become part of an id <c>fqdn/name</c>.</summary>
internal static class RecordNames
{
    private const int Longest = 64;

    public static void Check(ResourceCheck check, Input<string> input)
    {
        if (input.Value is { } name && (Blanks.Are(name) || name.Length > Longest || name.Any(c => c == '/' || char.IsControl(c))))
        {
            check.Refuse(FaultCatalogue.NameInvalid(input.Path, name, Longest));
        }
    }
}
