using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>Whom a partner application is about, by its inputs alone.</summary>
internal static class DescribedPartner
{
    /// <summary>Null while the inputs do not tell.</summary>
    public static PartnerIdentity? Of(PartnerApplicationInputs inputs, Installation installation)
    {
        if (inputs.Document.AuthMetadataUrl.Value is not null)
        {
            return installation.FindPublisher(inputs.Document.Url) is { } server
                ? new PartnerIdentity(server.ApplicationIdentifier, PartnerKind.Direct, server.Realm)
                : null;
        }

        if (inputs.Certificate.Value is { } given)
        {
            return given.ApplicationIdentifier.Value is { } identifier && given.Realm.Value is { } realm
                ? new PartnerIdentity(identifier, PartnerKind.Certificate, realm)
                : null;
        }

        return inputs.AuthorizationServer.Value is { Realm.IsUnknown: false } behind && behind.ApplicationIdentifier.Value is { } application
            ? new PartnerIdentity(application, PartnerKind.BehindAuthorizationServer, behind.Realm.Value ?? "")
            : null;
    }

    /// <summary>The roles of an account of which the inputs name none: what Exchange's own script gives the partner (domain.md 4.4); while the
    /// inputs do not tell who that is, what it gives Lync.</summary>
    public static IEnumerable<string> DefaultRoles(PartnerApplicationInputs inputs, Installation installation) =>
        LinkedAccountRules.DefaultRoles(
            Of(inputs, installation)?.ApplicationIdentifier.ToLowerInvariant() ?? WellKnownApplications.Lync);
}
