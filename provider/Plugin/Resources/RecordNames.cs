using PartnerTrust.Plugin.Checking;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Names of records: they become part of an id <c>fqdn/name</c>.</summary>
internal static class RecordNames
{
    public static void Check(ResourceCheck check, string property, int longest)
    {
        if (check.Inputs.TryText(property, out var name)
            && (Blanks.Are(name) || name.Length > longest || name.Any(c => c == '/' || char.IsControl(c))))
        {
            check.Refuse(FaultCatalogue.NameInvalid(property, name, longest));
        }
    }
}
