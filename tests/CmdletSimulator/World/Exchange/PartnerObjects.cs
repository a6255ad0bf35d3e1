using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>What <c>Get-PartnerApplication</c> shows (powershell.md 8).</summary>
internal static class PartnerObjects
{
    public static PlayedValue.Thing Of(PartnerApplication record, DirectoryCall call)
    {
        var settings = call.Organisation.SettingsOf(PartnerApplications.Kind, record.Name);
        var published = record.Source as PartnerSource.Metadata;
        return DirectoryObjects.Of(
            "SystemConfiguration.PartnerApplication",
            record.Name,
            call,
            settings,
            "CN=Partner Applications,CN=Auth Configuration,CN=Microsoft Exchange,CN=Services,CN=Configuration",
            ("Enabled", PlayedValue.Of(record.Enabled)),
            ("ApplicationIdentifier", PlayedValue.Of(record.ApplicationIdentifier)),
            ("CertificateStrings", DirectoryObjects.List(TrustedKeys.Of(record).Select(key => Convert.ToBase64String(key.Der.AsSpan())))),
            ("AuthMetadataUrl", PlayedValue.Of(published?.Url.OriginalString ?? "")),
            ("Realm", PlayedValue.Of(record.Realm)),
            ("UseAuthServer", PlayedValue.Of(record.Source is PartnerSource.AuthorizationServer)),
            ("AcceptSecurityIdentifierInformation", PlayedValue.Of(record.AcceptSecurityIdentifierInformation)),
            ("LinkedAccount", record.LinkedAccount is { } linked && call.Organisation.Accounts.TryGetValue(linked.Name, out var account)
                ? DirectoryObjects.AccountId(account, call.Organisation)
                : PlayedValue.Nothing),
            ("DeploymentId", PlayedValue.Of("")),
            ("IssuerIdentifier", PlayedValue.Of("")),
            ("AccountType", Things.Enumeration(
                "Microsoft.Exchange.Data.Directory.SystemConfiguration.SupportedAccountType",
                settings.AccountType,
                "Unspecified",
                "OrganizationalAccount",
                "ConsumerAccount")),
            ("AppOnlyPermissions", DirectoryObjects.List(settings.AppOnlyPermissions)),
            ("ActAsPermissions", DirectoryObjects.List(settings.ActAsPermissions)));
    }

    /// <summary>What the call changes of that which has no place in a trust.</summary>
    public static RecordSettings Changed(PlayedCall call, RecordSettings before, DateTimeOffset now) => before with
    {
        AccountType = call.Text("AccountType") ?? before.AccountType,
        AppOnlyPermissions = call.Has("AppOnlyPermissions") ? call.Texts("AppOnlyPermissions") : before.AppOnlyPermissions,
        ActAsPermissions = call.Has("ActAsPermissions") ? call.Texts("ActAsPermissions") : before.ActAsPermissions,
        Changed = now,
    };
}
