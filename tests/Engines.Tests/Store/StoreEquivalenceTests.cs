using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Store.Memory;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Store;

/// <summary>The database and the copy in memory are two implementations of one store: whatever is done to both, both answer alike. A
/// preview may therefore speak for the database.</summary>
public sealed class StoreEquivalenceTests : IDisposable
{
    private static readonly string[] Servers = [Litware.Lync, Litware.Exchange];
    private static readonly string[] Names = ["a", "A", "b", "Ab", "zz"];
    private static readonly CertificateWithKey[] Keys = [Certs.Key(0), Certs.Key(1), Certs.Key(2)];

    private static readonly Gen<Step> Steps =
        from kind in Gen.Choose(0, 8)
        from server in Gen.Elements(Servers)
        from name in Gen.Elements(Names)
        from key in Gen.Choose(0, 2)
        from other in Gen.Choose(0, 2)
        select new Step(kind, server, name, key, other);

    private static readonly Gen<(Step[] Steps, bool Kept)> Transactions =
        from steps in Gen.ArrayOf(Steps)
        from kept in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        select (steps, kept);

    private readonly TemporaryDirectory directory = new();
    private int number;

    public void Dispose() => directory.Dispose();

    [Fact]
    public void Whatever_is_done_to_both_stores_both_answer_alike() => Prop
        .ForAll(Gen.ArrayOf(Transactions, 8).ToArbitrary(), transactions => HoldsAsync(transactions).GetAwaiter().GetResult())
        .Check(GeneratedCases.Config(30));

    private async Task<bool> HoldsAsync((Step[] Steps, bool Kept)[] transactions)
    {
        await using var database = new SqliteTrustStore(directory.Combine($"{number++}"), null, NullLogger.Instance);
        await using var memory = new MemoryTrustStore((query, _) => Task.FromResult(new ServerSnapshot(query.Server, query.Parts)), Servers);
        foreach (var (steps, kept) in transactions)
        {
            await RunAsync(database, steps, kept);
            await RunAsync(memory, steps, kept);
            var inDatabase = await ((ITrustStore)database).ReadAsync(Describe, default);
            var inMemory = await memory.ReadAsync(Describe, default);
            if (!inDatabase.SequenceEqual(inMemory))
            {
                throw new InvalidOperationException(
                    $"database:\n{string.Join('\n', inDatabase)}\nmemory:\n{string.Join('\n', inMemory)}");
            }
        }

        return true;
    }

    private static async Task RunAsync(ITrustStore store, Step[] steps, bool kept)
    {
        try
        {
            await store.WriteAsync(
                session =>
                {
                    foreach (var step in steps)
                    {
                        Apply(session, step);
                    }

                    return kept ? kept : throw new TimeoutException();
                },
                default);
        }
        catch (TimeoutException)
        {
        }
    }

    private static void Apply(IStoreSession session, Step step)
    {
        var (key, other) = (Keys[step.Key], Keys[step.Other]);
        var url = new Uri($"https://{step.Name}.litwareinc.com/metadata/json/1");
        switch (step.Kind)
        {
            case 0 or 1:
                session.PartnerApplications.Save(
                    Partners.Numbered(step.Key, other.Certificate) with { Server = step.Server, Name = step.Name, Enabled = step.Other > 0 });
                break;
            case 2:
                session.PartnerApplications.Remove(step.Server, step.Name);
                break;
            case 3:
                session.AuthorizationServers.Save(
                    new AuthorizationServer(step.Server, step.Name, url, "r", $"{step.Key}@r", [key.Certificate, other.Certificate]));
                break;
            case 4:
                session.AuthorizationServers.Remove(step.Server, step.Name);
                break;
            case 5:
                session.Certificates.Add(step.Server, key, generated: step.Other == 0);
                session.Certificates.SaveSlots(step.Server, session.Certificates.FindSlots(step.Server) with { Current = key.Certificate });
                break;
            case 6:
                session.PublishedMetadata.Save(step.Server, url);
                break;
            case 7:
                session.OAuthConfigurations.Save(new OAuthConfiguration(step.Server, step.Name, "id", step.Key == 0 ? null : url, [step.Name]));
                break;
            default:
                session.OAuthConfigurations.Restore(
                    step.Server, step.Key == 0 ? null : new OAuthConfiguration(step.Server, step.Name, "id", url, []));
                session.PublishedMetadata.Remove(url);
                break;
        }
    }

    /// <summary>Every answer that the store can give, as text.</summary>
    private static List<string> Describe(IStoreSession session) =>
    [
        .. Servers.SelectMany(server => DescribeServer(session, server)),
        .. Enumerable.Range(0, 3).SelectMany(
            key => Servers.SelectMany(server => session.PartnerApplications.FindByIssuer(server, Partners.Numbered(key).Issuer))).Select(Text),
        .. Enumerable.Range(0, 3).SelectMany(key => Servers.SelectMany(server => session.AuthorizationServers.FindByIssuer(server, $"{key}@r")))
        .Select(Text),
    ];

    private static IEnumerable<string> DescribeServer(IStoreSession session, string server) =>
    [
        .. session.PartnerApplications.List(server, null, 3).Select(Text),
        .. session.PartnerApplications.List(server, "A", 3).Select(Text),
        .. session.PartnerApplications.ListIssuers(server, 3),
        .. Enumerable.Range(0, 3)
        .SelectMany(key => session.PartnerApplications.FindByIdentifier(server, Partners.Numbered(key).ApplicationIdentifier)).Select(Text),
        .. session.AuthorizationServers.List(server).Select(Text),
        .. session.AuthorizationServers.FindByIdentifier(server, "1").Select(Text),
        .. Keys.Select(key => session.Certificates.Find(server, key.Certificate.Thumbprint)?.ToString() ?? "none"),
        .. Keys.Select(key => session.Certificates.FindWithKey(server, key.Certificate.Thumbprint)?.ToString() ?? "none"),
        session.Certificates.FindSlots(server).ToString(),
        .. session.PublishedMetadata.List(server).Select(url => $"{url} {session.PublishedMetadata.FindPublisher(url)}"),
        Text(session.OAuthConfigurations.Find(server)),
        Text(session.OAuthConfigurations.FindOriginal(new OAuthConfiguration(server, "default", "id", null, []))),
    ];

    private static string Text(PartnerApplication application) =>
        $"{application with { TrustedKeys = null }} {string.Join(',', application.TrustedKeys!.Value.Select(key => key.Thumbprint))}";

    private static string Text(AuthorizationServer server) =>
        $"{server with { TrustedKeys = null }} {string.Join(',', server.TrustedKeys!.Value.Select(key => key.Thumbprint))}";

    private static string Text(OAuthConfiguration? configuration) => configuration is null
        ? "default"
        : $"{configuration with { ExchangeAutodiscoverAllowedDomains = default }} {string.Join(',', configuration.ExchangeAutodiscoverAllowedDomains)}";

    private sealed record Step(int Kind, string Server, string Name, int Key, int Other);
}
