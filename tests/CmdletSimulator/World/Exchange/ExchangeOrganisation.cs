using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>One organisation in Active Directory.</summary>
public sealed class ExchangeOrganisation
{
    private readonly DateTimeOffset installed;

    internal ExchangeOrganisation(Server server, DateTimeOffset installed)
    {
        Server = server;
        this.installed = installed;
        DomainControllers = [$"dc01.{server.Realm}", $"dc02.{server.Realm}"];
        var domains = server.AcceptedDomains.IsDefaultOrEmpty ? [server.Realm] : server.AcceptedDomains;
        AcceptedDomains = [.. domains.Select((domain, i) => new AcceptedDomain(domain.Replace("*", "Wildcard", StringComparison.Ordinal), domain)
        {
            IsDefault = i == 0,
        })];
        ServiceUris = new ConcurrentDictionary<string, string?>(
            Machines.Select(machine => KeyValuePair.Create(machine, (string?)$"https://{server.Fqdn}/Autodiscover/Autodiscover.xml")));
    }

    /// <summary>The first is written to by whoever names none.</summary>
    public ImmutableArray<string> DomainControllers { get; set; }

    public ImmutableArray<AcceptedDomain> AcceptedDomains { get; set; }

    public DirectoryReplication Replication { get; } = new();

    /// <summary>By name.</summary>
    public ConcurrentDictionary<string, ExchangeAccount> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>By name of the assignment.</summary>
    public ConcurrentDictionary<string, RoleAssignment> Assignments { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The management roles that there are.</summary>
    public ConcurrentDictionary<string, bool> Roles { get; } = new(
        new[]
        {
            "UserApplication", "ArchiveApplication", "MeetingGraphApplication", "LegalHoldApplication", "Mailbox Search",
            "TeamMailboxLifecycleApplication", "Legal Hold", "ApplicationImpersonation",
        }.Select(role => KeyValuePair.Create(role, true)),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the servicelet that publishes what has fallen due has its turn yet to come: it runs every 12 hours (domain.md 2.3).</summary>
    public bool ServiceletRests { get; set; }

    /// <summary>Whether a second record of the same application and realm is refused; nobody knows of a real server (domain.md 4.4).</summary>
    public bool RefusesDuplicates { get; set; }

    public bool IsHybrid { get; set; }

    public bool TakesOAuth { get; set; } = true;

    public string AuthRealm { get; internal set; } = "";

    public string? ServiceName { get; internal set; }

    /// <summary>By machine: where clients are told to look for Autodiscover.</summary>
    public ConcurrentDictionary<string, string?> ServiceUris { get; }

    /// <summary>By thumbprint: the services of a certificate.</summary>
    public ConcurrentDictionary<string, string> CertificateServices { get; } = new();

    internal Server Server { get; }

    internal IReadOnlyList<string> Machines => Server.Members.IsEmpty ? [Server.Fqdn] : Server.Members;

    private ConcurrentDictionary<string, RecordSettings> Records { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal RecordSettings SettingsOf(string kind, string name) =>
        Records.GetOrAdd($"{kind}/{name}", _ => new RecordSettings { Created = installed, Changed = installed });

    internal void Keep(string kind, string name, RecordSettings settings) => Records[$"{kind}/{name}"] = settings;

    internal void Forget(string kind, string name) => Records.TryRemove($"{kind}/{name}", out _);
}
