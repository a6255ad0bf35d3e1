using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>A Lync deployment (domain.md 2.2, 4.1, 4.2).</summary>
internal sealed class LyncModel() : ModelServer(Litware.Lync)
{
    public sealed record Partner(
        string Name, string ApplicationIdentifier, string Realm, string Token, string TrustLevel, bool AcceptsSids, bool Enabled);

    public sealed record OAuthServer(string Name, string IssuerIdentifier, string Realm, string MetadataUrl);

    public Dictionary<Thumbprint, SigningCertificate> Store { get; } = [];

    public (Thumbprint Certificate, DateTimeOffset Since)? Current { get; set; }

    public Thumbprint? Previous { get; set; }

    public (Thumbprint Certificate, DateTimeOffset From)? Staged { get; set; }

    /// <summary>Whether a staged certificate is shown by a reference of its own.</summary>
    public bool ShowsStagedApart { get; set; }

    public Dictionary<string, Partner> Partners { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, OAuthServer> OAuthServers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Realm"] = Litware.Realm,
        ["ServiceName"] = Estate.Lync.ApplicationIdentifier,
        ["ExchangeAutodiscoverUrl"] = "",
        ["ExchangeAutodiscoverAllowedDomains"] = "",
    };

    protected override IEnumerable<CmdletObject> Execute(string cmdlet, CallArguments given) => cmdlet switch
    {
        "Get-CsCertificate" => Assigned(),
        "Set-CsCertificate" => Assign(Stored(given.Text("Thumbprint")!), given.Date("EffectiveDate")),
        "Import-CsCertificate" => Assign(Import(given), given.Date("EffectiveDate")),
        "Remove-CsCertificate" => Unassign(given.IsOn("Previous")),
        "Get-Item" => given.Texts("LiteralPath").Select(path => Stored(path[(path.LastIndexOf('\\') + 1)..]))
            .Where(Store.ContainsKey).Select(thumbprint => Give.Object(("RawData", Store[thumbprint].Der), ("HasPrivateKey", true))),
        "Get-CsPartnerApplication" => Partners.Values.Select(Shown),
        "New-CsPartnerApplication" => Add(given),
        "Set-CsPartnerApplication" => Set(given),
        "Remove-CsPartnerApplication" => Gone(Partners.Remove(given.Text("Identity")!), given),
        "Get-CsOAuthConfiguration" => [Give.Object([.. Settings.Select(setting => (setting.Key, (object?)setting.Value))])],
        "Set-CsOAuthConfiguration" => Configure(given),
        "Get-CsOAuthServer" => OAuthServers.Values.Select(server => Give.Object(
            ("Identity", server.Name), ("Name", server.Name), ("IssuerIdentifier", server.IssuerIdentifier), ("Realm", server.Realm),
            ("MetadataUrl", server.MetadataUrl))),
        "New-CsOAuthServer" => AddServer(given),
        "Set-CsOAuthServer" => SetServer(given),
        "Remove-CsOAuthServer" => Gone(OAuthServers.Remove(given.Text("Identity")!), given),
        _ => throw new InvalidOperationException(cmdlet),
    };

    private static IEnumerable<CmdletObject> Gone(bool isRemoved, CallArguments given) =>
        isRemoved ? [] : throw ModelError.NotFound(given.Text("Identity")!);

    private static Thumbprint Stored(string hex) => Thumbprint.TryParse(hex, out var thumbprint) ? thumbprint : throw new ArgumentException(hex);

    private List<CmdletObject> Assigned()
    {
        var current = Current is { } now ? Reference(now.Certificate, Previous, now.Since) : null;
        var staged = Staged is { } next ? Reference(next.Certificate, ShowsStagedApart ? null : Current?.Certificate, next.From) : null;
        return ShowsStagedApart || staged is null
            ? [.. new[] { current, staged }.OfType<CmdletObject>()]
            : [staged];
    }

    private static CmdletObject Reference(Thumbprint thumbprint, Thumbprint? previous, DateTimeOffset since) => Give.Object(
        ("Thumbprint", thumbprint.Hex), ("PreviousThumbprint", previous?.Hex), ("EffectiveDate", since));

    private Thumbprint Import(CallArguments given)
    {
        var certificate = Open(given, "Path", "Password").Certificate;
        Store[certificate.Thumbprint] = certificate;
        return certificate.Thumbprint;
    }

    private CmdletObject[] Assign(Thumbprint thumbprint, DateTimeOffset? effective)
    {
        if (!Store.ContainsKey(thumbprint))
        {
            throw ModelError.NotFound(thumbprint.Hex);
        }

        if (effective is { } date)
        {
            Staged = (thumbprint, date);
            return [];
        }

        Previous = Current is { } now && now.Certificate != thumbprint ? now.Certificate : Previous;
        Current = (thumbprint, Current?.Certificate == thumbprint ? Current.Value.Since : Certs.Now);
        Staged = null;
        return [];
    }

    private CmdletObject[] Unassign(bool previous)
    {
        Previous = null;
        (Current, Staged) = previous ? (Current, Staged) : (null, null);
        return [];
    }

    private static CmdletObject Shown(Partner partner) => Give.Object(
        ("Identity", partner.Name), ("Name", partner.Name), ("ApplicationIdentifier", partner.ApplicationIdentifier), ("Realm", partner.Realm),
        ("AuthToken", partner.Token), ("ApplicationTrustLevel", partner.TrustLevel),
        ("AcceptSecurityIdentifierInformation", partner.AcceptsSids), ("Enabled", partner.Enabled));

    private CmdletObject[] Add(CallArguments given)
    {
        var name = given.Text("Identity")!;
        return Partners.ContainsKey(name) ? throw ModelError.Exists(name) : Save(given, new Partner(name, "", "", "", "", false, true));
    }

    private CmdletObject[] Set(CallArguments given) =>
        Partners.GetValueOrDefault(given.Text("Identity")!) is { } partner ? Save(given, partner) : throw ModelError.NotFound(given.Text("Identity")!);

    private CmdletObject[] Save(CallArguments given, Partner partner)
    {
        partner = given.Text("MetadataUrl") is { } url && Fetch(url) is { } document
            ? partner with { ApplicationIdentifier = document.ServiceName, Realm = document.Realm, Token = url }
            : partner with
            {
                ApplicationIdentifier = given.Text("ApplicationIdentifier") ?? partner.ApplicationIdentifier,
                Realm = given.Text("Realm") ?? partner.Realm,
                Token = given.IsOn("UseOAuthServer") ? "Microsoft.Rtc.SSAuth.UseOAuthServer" : "Microsoft.Rtc.SSAuth.Certificate",
            };
        Partners[partner.Name] = partner with
        {
            TrustLevel = given.Text("ApplicationTrustLevel")!,
            AcceptsSids = given.Flag("AcceptSecurityIdentifierInformation"),
            Enabled = given.Flag("Enabled"),
        };
        return [];
    }

    private CmdletObject[] Configure(CallArguments given)
    {
        foreach (var setting in Settings.Keys.ToList().Where(given.Has))
        {
            Settings[setting] = given.Text(setting) ?? "";
        }

        return [];
    }

    private CmdletObject[] AddServer(CallArguments given)
    {
        var document = Fetch(given.Text("MetadataUrl")!);
        var server = new OAuthServer(given.Text("Identity")!, document.Issuer, given.Text("Realm") ?? document.Realm, given.Text("MetadataUrl")!);
        return OAuthServers.TryAdd(server.Name, server) ? [] : throw ModelError.Exists(server.Name);
    }

    private CmdletObject[] SetServer(CallArguments given)
    {
        var server = OAuthServers.GetValueOrDefault(given.Text("Identity")!) ?? throw ModelError.NotFound(given.Text("Identity")!);
        OAuthServers[server.Name] = server with { MetadataUrl = given.Text("MetadataUrl")!, IssuerIdentifier = Fetch(given.Text("MetadataUrl")!).Issuer };
        return [];
    }
}
