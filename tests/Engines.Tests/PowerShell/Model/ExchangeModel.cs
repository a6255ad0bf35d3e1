using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>An Exchange organization (domain.md 2.3, 4.3 to 4.5).</summary>
internal sealed class ExchangeModel() : ModelServer(Litware.Exchange)
{
    public const string DomainController = "DC-1.litwareinc.com";

    public sealed record Partner(
        string Name, string ApplicationIdentifier, string Realm, string Url, bool UsesAuthServer, bool AcceptsSids, bool Enabled, string? Account)
    {
        public ImmutableArray<SigningCertificate> Keys { get; init; } = [];
    }

    public sealed record User(string Name, string RecipientType)
    {
        public string ExternalAddress { get; init; } = "";

        public bool IsHidden { get; init; }

        public ImmutableArray<string> Roles { get; init; } = [];
    }

    public sealed record AuthServer(string Name, string IssuerIdentifier, string Url)
    {
        public ImmutableArray<SigningCertificate> Keys { get; init; } = [];
    }

    /// <summary>Whether the properties of records cannot be read.</summary>
    public bool IsDirectoryDown { get; set; }

    /// <summary>The certificates on each server; the one that the session is with has no name here.</summary>
    public Dictionary<string, List<SigningCertificate>> Stores { get; } = new() { [""] = [] };

    public string Current { get; set; } = "";

    public string Previous { get; set; } = "";

    public string Next { get; set; } = "";

    public DateTimeOffset? NextFrom { get; set; }

    public Dictionary<string, Partner> Partners { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, User> Users { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, AuthServer> AuthServers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<(string Address, bool IsDefault)> Domains { get; } = [("*.litwareinc.com", false), ("mail.litwareinc.com", false), ("litwareinc.com", true)];

    protected override IEnumerable<CmdletObject> Execute(string cmdlet, CallArguments given) => cmdlet switch
    {
        "Get-Date" => [Give.Text(Certs.Now.AddMinutes(3).UtcDateTime.ToString("O"))],
        "Get-AuthConfig" => [Give.Object(
            ("CurrentCertificateThumbprint", Current), ("PreviousCertificateThumbprint", Previous), ("NextCertificateThumbprint", Next),
            ("NextCertificateEffectiveDate", NextFrom), ("OriginatingServer", DomainController))],
        "Set-AuthConfig" => SetAuthConfig(given),
        "Get-ExchangeCertificate" => StoreOf(given).Select(certificate => Give.Object(("RawData", certificate.Der))),
        "Import-ExchangeCertificate" => Import(given),
        "Get-PartnerApplication" => Partners.Values.Select(Shown),
        "New-PartnerApplication" => Add(given),
        "Set-PartnerApplication" => Set(given),
        "Remove-PartnerApplication" => Partners.Remove(given.Text("Identity")!) ? [] : throw ModelError.NotFound(given.Text("Identity")!),
        "Get-User" => [Give.Object(("RecipientType", UserOf(given).RecipientType))],
        "Get-MailUser" => [Give.Object(
            ("ExternalEmailAddress", "SMTP:" + UserOf(given).ExternalAddress), ("HiddenFromAddressListsEnabled", UserOf(given).IsHidden))],
        "New-MailUser" => AddUser(given),
        "Set-MailUser" => Save(UserOf(given) with { IsHidden = given.Flag("HiddenFromAddressListsEnabled") }),
        "Get-ManagementRoleAssignment" => UserNamed(given.Text("RoleAssignee")!).Roles.Select(role => Give.Object(
            ("Role", role), ("Identity", $"{role}-{OwnName(given.Text("RoleAssignee")!)}"), ("Enabled", true))),
        "New-ManagementRoleAssignment" => Assign(given.Text("Role")!, UserNamed(given.Text("User")!)),
        "Remove-ManagementRoleAssignment" => Unassign(given.Text("Identity")!),
        "Get-AcceptedDomain" => Domains.Select(domain => Give.Object(
            ("Default", domain.IsDefault),
            ("DomainName", Give.Inner(domain.Address, ("Address", domain.Address), ("IncludeSubDomains", domain.Address.Contains('*')), ("IsStar", false))))),
        "Get-AuthServer" => AuthServers.Values.Select(server => Give.Object(
            ("Name", server.Name), ("IssuerIdentifier", server.IssuerIdentifier), ("AuthMetadataUrl", server.Url), ("CertificateStrings", Strings(server.Keys)))),
        "New-AuthServer" => AddAuthServer(given),
        "Set-AuthServer" => SetAuthServer(given),
        "Remove-AuthServer" => AuthServers.Remove(given.Text("Identity")!) ? [] : throw ModelError.NotFound(given.Text("Identity")!),
        _ => throw new InvalidOperationException(cmdlet),
    };

    private static IEnumerable<string> Strings(ImmutableArray<SigningCertificate> keys) =>
        keys.Select(key => Convert.ToBase64String(key.Der.AsSpan()));

    private static string OwnName(string name) => name[(name.LastIndexOf('/') + 1)..];

    private List<SigningCertificate> StoreOf(CallArguments given) => Stores[given.Text("Server") ?? ""];

    private CmdletObject[] SetAuthConfig(CallArguments given)
    {
        if (given.IsOn("PublishCertificate"))
        {
            if (Next.Length == 0)
            {
                throw new ModelError("NothingStaged", "InvalidOperation", "InvalidOperationException");
            }

            (Previous, Current, Next, NextFrom) = (Current, Next, "", null);
        }
        else if (given.IsOn("ClearPreviousCertificate"))
        {
            Previous = "";
        }
        else
        {
            (Next, NextFrom) = (given.Text("NewCertificateThumbprint") ?? "", given.Date("NewCertificateEffectiveDate"));
        }

        return [];
    }

    private CmdletObject[] Import(CallArguments given)
    {
        StoreOf(given).Add(Open(given, "FileData", "Password").Certificate);
        return [];
    }

    private CmdletObject Shown(Partner partner) => Give.Object(
        ("Name", partner.Name), ("ApplicationIdentifier", partner.ApplicationIdentifier), ("Realm", partner.Realm), ("AuthMetadataUrl", partner.Url),
        ("UseAuthServer", partner.UsesAuthServer), ("Enabled", IsDirectoryDown ? Give.Unreadable : partner.Enabled),
        ("AcceptSecurityIdentifierInformation", partner.AcceptsSids), ("CertificateStrings", Strings(partner.Keys)),
        ("LinkedAccount", partner.Account is { } account ? Give.Inner($"litwareinc.com/Users/{account}", ("Name", account)) : null));

    private CmdletObject[] Add(CallArguments given)
    {
        var name = given.Text("Name")!;
        return Partners.ContainsKey(name)
            ? throw ModelError.Exists(name)
            : Save(given, new Partner(name, "", "", "", UsesAuthServer: true, false, true, null));
    }

    private CmdletObject[] Set(CallArguments given)
    {
        var identity = given.Text("Identity")!;
        var partner = Partners.GetValueOrDefault(identity) ?? throw ModelError.NotFound(identity);
        Partners.Remove(identity);
        return Save(given, partner with { Name = given.Text("Name") ?? partner.Name });
    }

    private CmdletObject[] Save(CallArguments given, Partner partner)
    {
        var url = given.IsOn("RefreshAuthMetadata") ? partner.Url : given.Text("AuthMetadataUrl");
        if (url is not null)
        {
            var document = Fetch(url);
            partner = partner with
            {
                ApplicationIdentifier = document.ServiceName,
                Realm = document.Realm,
                Url = url,
                UsesAuthServer = false,
                Keys = document.Keys,
            };
        }
        else
        {
            partner = partner with
            {
                ApplicationIdentifier = given.Text("ApplicationIdentifier") ?? partner.ApplicationIdentifier,
                Realm = given.Text("Realm") ?? partner.Realm,
            };
        }

        Partners[partner.Name] = partner with
        {
            Enabled = given.Flag("Enabled"),
            AcceptsSids = given.Flag("AcceptSecurityIdentifierInformation"),
            Account = given.Text("LinkedAccount") is { } account ? UserNamed(account).Name : given.Has("LinkedAccount") ? null : partner.Account,
        };
        return [];
    }

    private User UserOf(CallArguments given) => UserNamed(given.Text("Identity")!);

    private User UserNamed(string name) => Users.GetValueOrDefault(OwnName(name)) ?? throw ModelError.NotFound(name);

    private CmdletObject[] AddUser(CallArguments given)
    {
        var user = new User(given.Text("Name")!, "MailUser") { ExternalAddress = given.Text("ExternalEmailAddress")! };
        return Users.TryAdd(user.Name, user) ? [] : throw ModelError.Exists(user.Name);
    }

    private CmdletObject[] Save(User user)
    {
        Users[user.Name] = user;
        return [];
    }

    private CmdletObject[] Assign(string role, User user) =>
        user.Roles.Contains(role) ? throw ModelError.Exists(role) : Save(user with { Roles = user.Roles.Add(role) });

    private CmdletObject[] Unassign(string assignment)
    {
        foreach (var user in Users.Values)
        {
            if (user.Roles.FirstOrDefault(role => $"{role}-{user.Name}" == assignment) is { } role)
            {
                return Save(user with { Roles = user.Roles.Remove(role) });
            }
        }

        throw ModelError.NotFound(assignment);
    }

    private CmdletObject[] AddAuthServer(CallArguments given)
    {
        var document = Fetch(given.Text("AuthMetadataUrl")!);
        var server = new AuthServer(given.Text("Name")!, document.Issuer, given.Text("AuthMetadataUrl")!) { Keys = document.Keys };
        return AuthServers.TryAdd(server.Name, server) ? [] : throw ModelError.Exists(server.Name);
    }

    private CmdletObject[] SetAuthServer(CallArguments given)
    {
        var identity = given.Text("Identity")!;
        var server = AuthServers.GetValueOrDefault(identity) ?? throw ModelError.NotFound(identity);
        var url = given.IsOn("RefreshAuthMetadata") ? server.Url : given.Text("AuthMetadataUrl") ?? server.Url;
        AuthServers.Remove(identity);
        var name = given.Text("Name") ?? server.Name;
        AuthServers[name] = new AuthServer(name, Fetch(url).Issuer, url) { Keys = Fetch(url).Keys };
        return [];
    }
}
