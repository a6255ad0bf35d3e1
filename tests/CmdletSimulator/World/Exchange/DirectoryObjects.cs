using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>What every object of Exchange in Active Directory shows (the shapes of <c>../shared/clixml</c>).</summary>
internal static class DirectoryObjects
{
    private const string Strings = "Microsoft.Exchange.Data.MultiValuedProperty`1[[System.String, mscorlib, Version=4.0.0.0, Culture=neutral, "
        + "PublicKeyToken=b77a5c561934e089]]";

    private static readonly ImmutableArray<string> Bases =
    [
        "Microsoft.Exchange.Data.Directory.ADObject", "Microsoft.Exchange.Data.Directory.ADRawEntry",
        "Microsoft.Exchange.Data.ConfigurableObject", "System.Object",
    ];

    /// <param name="type">Below <c>Microsoft.Exchange.Data.Directory</c>.</param>
    /// <param name="name">Common name.</param>
    /// <param name="call">On whose domain controller it was read.</param>
    /// <param name="settings">Its id and dates.</param>
    /// <param name="container">Where it lies, for example <c>CN=Users</c>.</param>
    /// <param name="own">What this kind alone shows.</param>
    public static PlayedValue.Thing Of(
        string type, string name, DirectoryCall call, RecordSettings settings, string container, params ImmutableArray<(string, PlayedValue)> own)
    {
        var id = Id(name, name, settings.Id, call.Organisation, container);
        return Things.Of(
            [$"Microsoft.Exchange.Data.Directory.{type}", "Microsoft.Exchange.Data.Directory.SystemConfiguration.ADConfigurationObject", .. Bases],
            name,
            [
                .. own,
                ("AdminDisplayName", PlayedValue.Of("")),
                ("Name", PlayedValue.Of(name)),
                ("DistinguishedName", id["DistinguishedName"]),
                ("Identity", id),
                ("Guid", PlayedValue.Of(settings.Id)),
                ("WhenChanged", PlayedValue.Local(settings.Changed)),
                ("WhenCreated", PlayedValue.Local(settings.Created)),
                ("WhenChangedUTC", PlayedValue.Utc(settings.Changed)),
                ("WhenCreatedUTC", PlayedValue.Utc(settings.Created)),
                ("Id", id),
                ("OriginatingServer", PlayedValue.Of(call.DomainController)),
                ("IsValid", PlayedValue.Of(true)),
                ("ObjectState", Things.Enumeration("Microsoft.Exchange.Data.ObjectState", "Unchanged", "New", "Unchanged", "Changed", "Deleted")),
            ]);
    }

    /// <summary>A reference to an object.</summary>
    public static PlayedValue.Thing Id(string whole, string name, Guid guid, ExchangeOrganisation organisation, string container) => Things.Of(
        ["Microsoft.Exchange.Data.Directory.ADObjectId", "Microsoft.Exchange.Data.ObjectId", "System.Object"],
        whole,
        ("IsDeleted", PlayedValue.Of(false)),
        ("Rdn", PlayedValue.Of($"CN={name}")),
        ("DistinguishedName", PlayedValue.Of($"CN={name},{container},{Domain(organisation)}")),
        ("DomainId", PlayedValue.Of(organisation.Server.Realm)),
        ("ObjectGuid", PlayedValue.Of(guid)),
        ("Name", PlayedValue.Of(name)));

    /// <summary>An account, by its canonical name.</summary>
    public static PlayedValue.Thing AccountId(ExchangeAccount account, ExchangeOrganisation organisation) =>
        Id(CanonicalName(account.Name, organisation), account.Name, account.Id, organisation, "CN=Users");

    public static string CanonicalName(string account, ExchangeOrganisation organisation) => $"{organisation.Server.Realm}/Users/{account}";

    public static PlayedValue List(IEnumerable<string>? texts) => texts is null ? PlayedValue.Nothing : PlayedValue.Of(texts, Strings);

    private static string Domain(ExchangeOrganisation organisation) =>
        string.Join(',', organisation.Server.Realm.Split('.').Select(label => $"DC={label}"));
}
