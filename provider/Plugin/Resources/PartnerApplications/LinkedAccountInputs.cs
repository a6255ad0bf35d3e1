using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>The account that acts for a partner at Exchange.</summary>
internal sealed record LinkedAccountInputs(Input<string> AccountName, Input<ImmutableArray<string>?> Roles)
{
    /// <summary>Where its roles stand.</summary>
    public const string RolesPath = $"{PartnerProperties.LinkedAccount}.{RolesName}";

    private const string RolesName = "roles";

    public static LinkedAccountInputs Read(InputReader reader) => new(reader.Text("name"), reader.Texts(RolesName));

    public static PropertyMap Write(LinkedAccount account) =>
        PropertyMap.Of(("name", account.Name), (RolesName, WireValues.Texts(account.Roles)));

    /// <summary>The inputs of a partner application with these roles for its account, of which they name none.</summary>
    public static PropertyMap WithRoles(PropertyMap inputs, IEnumerable<string> roles) => inputs.Set(
        PartnerProperties.LinkedAccount,
        inputs[PartnerProperties.LinkedAccount].Map(account => account is PropertyMap map ? map.Set(RolesName, WireValues.Texts(roles)) : account));
}
