using Newtonsoft.Json.Linq;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>The lines <em>Applicable</em> of one page: what a release has of its cmdlet.</summary>
internal sealed class Applicability(JObject? page, string? cmdlet, Edition edition)
{
    /// <summary>The pages of SharePoint are of its newest release alone; what the older ones have is known from elsewhere.</summary>
    private bool Tells => edition.Product != ServerProduct.SharePointServer;

    public bool IsCmdletThere => !Tells || cmdlet is null || cmdlet.Split(", ").Contains(edition.Name, StringComparer.Ordinal);

    /// <summary>A set goes with a parameter that it needs, or with all those that are its own.</summary>
    public CmdletSyntax Narrow(CmdletSyntax whole) => !Tells ? whole : whole with
    {
        Sets = [.. whole.Sets.Where(set => IsThere(whole, set)).Select(set => set with { Parameters = [.. set.Parameters.Where(IsThere)] })],
    };

    private bool IsThere(CmdletSyntax whole, CmdletSet set)
    {
        var own = set.Parameters.Where(parameter => whole.Sets.Where(other => other != set).All(other => !Has(other, parameter))).ToList();
        return set.Parameters.All(parameter => !parameter.IsMandatory || IsThere(parameter)) && (own.Count == 0 || own.Exists(IsThere));
    }

    private static bool Has(CmdletSet set, ParameterSyntax parameter) => set.Parameters.Any(other => other.Name == parameter.Name);

    private bool IsThere(ParameterSyntax parameter) => page?["parameters"]?[parameter.Name]?["applicable"] is not JArray releases
        || releases.Values<string>().Any(release => release!.StartsWith(edition.Name, StringComparison.Ordinal));
}
