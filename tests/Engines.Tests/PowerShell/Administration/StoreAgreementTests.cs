using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store;
using PartnerTrust.Engines.Store.Memory;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Administration;

/// <summary>Whatever is asked for, in whatever order: the planned calls bring a server to where a store would be, and refuse what a store would
/// refuse. A preview may therefore speak for real servers.</summary>
public sealed class StoreAgreementTests
{
    private static readonly Server[] Servers = [Estate.Lync, Estate.Exchange, Estate.SharePoint];
    private static readonly string[] Names = ["a", "A", "b", "c"];

    private static readonly Gen<Step> Steps =
        from kind in Gen.Frequency((2, Gen.Constant(0)), (6, Gen.Constant(1)), (2, Gen.Constant(2)))
        from server in Gen.Choose(0, 2)
        from partner in Gen.Choose(0, 2)
        from name in Gen.Elements(Names)
        from other in Gen.Elements(Names)
        from key in Gen.Choose(0, 2)
        from guard in Gen.Choose(0, 2)
        from flag in Gen.Elements(true, false)
        from way in Gen.Choose(0, 3)
        select new Step(kind, Servers[server], Servers[partner], name, other, key, guard, flag, way);

    [Fact]
    public void The_calls_bring_a_server_to_where_a_store_would_be() => Prop
        .ForAll(Gen.ArrayOf(Steps, 10).ToArbitrary(), steps => HoldsAsync(steps).GetAwaiter().GetResult())
        .Check(GeneratedCases.Config(30, 2000));

    private static async Task<bool> HoldsAsync(Step[] steps)
    {
        using var estate = new ModelEstate();
        Arrange(estate);
        await using var store = new MemoryTrustStore((query, _) => Task.FromResult(Beginning(query)), [.. Servers.Select(server => server.Fqdn)]);
        var operations = new TrustOperations(
            store, estate.Directory, estate.Time, new CertificateMaker(_ => Certs.Key(3).OpenKey()), _ => new ModelDocuments(estate.Published));
        var reader = new StoreReader(store, estate.Directory);
        foreach (var step in steps)
        {
            var expected = await RunAsync(new StoreWriter(operations), step);
            var actual = await RunAsync(estate.Writer, step);
            Check(expected == actual, $"{step}: {expected}, but {actual}");
            foreach (var server in Servers)
            {
                var query = new ServerQuery(server.Fqdn, ServerParts.Certificates | ServerParts.PartnerApplications);
                var kept = await reader.ReadAsync(query, Silence.Instance, default);
                var found = await estate.Reader.ReadAsync(query, Silence.Instance, default);
                Check(Describe(kept, null) == Describe(found, kept), $"{step}:\n{Describe(kept, null)}\nbut\n{Describe(found, kept)}");
            }
        }

        return true;
    }

    private static void Check(bool holds, string text)
    {
        if (!holds)
        {
            throw new InvalidOperationException(text);
        }
    }

    /// <summary>All have the keys in their stores, and sign with the first. A Lync that shows a staged certificate in the place of what signs does
    /// not show what signed before.</summary>
    private static void Arrange(ModelEstate estate)
    {
        estate.Lync.ShowsStagedApart = true;
        estate.BindOnLync(0);
        estate.BindOnExchange(0);
        estate.SharePoint.Signing = Certs.Public(0);
        for (var key = 0; key < 3; key++)
        {
            estate.Lync.Store[Certs.Public(key).Thumbprint] = Certs.Public(key);
            estate.SharePoint.Store[Certs.Public(key).Thumbprint] = Certs.Public(key);
            estate.Hold(key);
        }
    }

    private static ServerSnapshot Beginning(ServerQuery query) => new(query.Server, query.Parts)
    {
        Slots = new CertificateSlots(null, Certs.Public(0), null, null),
        Certificates = [.. Enumerable.Range(0, 3).Select(key => new StoredCertificate(Certs.Public(key), null, null))],
    };

    /// <summary>SharePoint keeps no previous certificate, and only Exchange can write a name in another case. Roles that an account had before are
    /// left to it: they are only compared where they lack.</summary>
    private static string Describe(ServerSnapshot snapshot, ServerSnapshot? other) => string.Join('\n',
    [
        snapshot.Server == Litware.SharePoint ? "" : $"{snapshot.Slots.Previous?.Subject}",
        $"{snapshot.Slots.Current?.Subject} {snapshot.Slots.Next?.Subject} {snapshot.Slots.NextEffectiveDate}",
        .. snapshot.PartnerApplications.OrderBy(record => record.Name, StringComparer.OrdinalIgnoreCase).Select(record => Describe(
            record, other?.PartnerApplications.FirstOrDefault(known => AreAlike(known.Name, record.Name))?.LinkedAccount?.Roles)),
    ]);

    private static bool AreAlike(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    private static string Describe(PartnerApplication record, ImmutableSortedSet<string>? roles) => string.Join(
        ' ',
        record.Server == Litware.Exchange ? record.Name : record.Name.ToLowerInvariant(),
        record.Source is PartnerSource.Certificate given ? given with { Key = null } : record.Source,
        record.Issuer,
        record.TrustLevel,
        record.Enabled,
        record.AcceptSecurityIdentifierInformation,
        record.LinkedAccount?.Name,
        string.Join(',', roles is null ? record.LinkedAccount?.Roles ?? [] : record.LinkedAccount?.Roles.Intersect(roles) ?? []));

    private static async Task<string> RunAsync(IServerWriter writer, Step step) => step.Kind switch
    {
        0 => Kind(await writer.BindCertificateAsync(
            new BindCertificate(
                step.On.Fqdn,
                new CertificateSource.Stored(Certs.Public(step.Key).Thumbprint),
                step.Flag && IsFree(step) ? Certs.Now.AddDays(5 + step.Way) : null),
            Silence.Instance,
            default)),
        1 => Kind(await writer.SavePartnerApplicationAsync(
            new SavePartnerApplication(
                step.On.Fqdn, step.Name, Source(step), null, step.Flag || !IsFree(step), step.Flag && IsFree(step), Account(step))
            {
                Guard = step.Guard switch
                {
                    0 => new RecordGuard.New(),
                    1 => new RecordGuard.New(step.Other) { Adoptable = [step.Other] },
                    _ => new RecordGuard.Known(null),
                },
            },
            Silence.Instance,
            default)),
        _ => Kind(await writer.RemovePartnerApplicationAsync(new RemoveRecord(step.On.Fqdn, step.Name, null), Silence.Instance, default)),
    };

    private static bool IsFree(Step step) => step.On.Product != ServerProduct.SharePointServer;

    private static PartnerSource Source(Step step) => (step.Way, step.On.Product) switch
    {
        (0, not ServerProduct.SharePointServer) => new PartnerSource.AuthorizationServer(step.Partner.ApplicationIdentifier, "tenant"),
        (1, _) => new PartnerSource.Certificate(step.Partner.ApplicationIdentifier, "farm", Certs.Public(step.Key)),
        _ => new PartnerSource.Metadata(step.Partner.MetadataUrl, false),
    };

    private static LinkedAccount? Account(Step step) => step.On.Product == ServerProduct.ExchangeServer && step.Way > 1
        ? new LinkedAccount($"account-{step.Name.ToLowerInvariant()}", step.Flag ? ["UserApplication"] : ["ArchiveApplication", "UserApplication"])
        : null;

    private static string Kind<T>(WriteOutcome<T> outcome)
        where T : class => outcome switch
        {
            WriteOutcome<T>.Done => "done",
            WriteOutcome<T>.Refused refused => $"refused {refused.Faults[0].Code}",
            WriteOutcome<T>.Interrupted interrupted => $"interrupted {interrupted.Fault}",
            _ => "",
        };

    private sealed record Step(int Kind, Server On, Server Partner, string Name, string Other, int Key, int Guard, bool Flag, int Way)
    {
        public override string ToString() => $"({Kind} {On.Product} {Partner.Product} {Name} {Other} {Key} {Guard} {Flag} {Way})";
    }
}
