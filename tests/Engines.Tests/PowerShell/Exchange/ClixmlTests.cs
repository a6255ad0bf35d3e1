using System.Collections.Immutable;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Exchange;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Model;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Exchange;

/// <summary>What real Exchange servers answered, as remoting left it.</summary>
public sealed class ClixmlTests
{
    private static readonly XNamespace Ns = "http://schemas.microsoft.com/powershell/2004/04";

    private static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "clixml");

    [SkippableFact]
    public async Task Certificates_of_a_real_server_are_read()
    {
        var sight = await LookAsync(ServerParts.Certificates);

        Assert.Equal("E1BDF9AE58C93C75E76C9DD882138FB8FF0FA786", sight.Snapshot.Slots.Current?.Thumbprint.Hex);
        Assert.Equal("BC6BF924D6EF046E64F8D1987DC1D7D2F4C0042A", sight.Snapshot.Slots.Next?.Thumbprint.Hex);
        Assert.Equal(new DateTimeOffset(2023, 2, 3, 14, 16, 2, TimeSpan.Zero), sight.Snapshot.Slots.NextEffectiveDate);
        Assert.Null(sight.Snapshot.Slots.Previous);
        Assert.Empty(sight.Gaps);
    }

    [SkippableFact]
    public async Task Its_cloud_applications_are_records_behind_an_authorization_server()
    {
        var records = (await LookAsync(ServerParts.PartnerApplications)).Snapshot.PartnerApplications;

        var online = Assert.Single(records, record => record.Name == "Exchange Online");
        Assert.Equal(
            new PartnerIdentity(WellKnownApplications.Exchange, PartnerKind.BehindAuthorizationServer, ""), PartnerIdentity.Of(online));
        Assert.Equal("Exchange Online-ApplicationAccount", online.LinkedAccount?.Name);
        Assert.All(records, record => Assert.Equal(record.ApplicationIdentifier.ToLowerInvariant(), record.ApplicationIdentifier));
    }

    [SkippableFact]
    public async Task An_accepted_domain_is_found_for_an_address() => Assert.Equal(
        "Solo.com", await new ExchangeAccounts(Calls(), new Engines.PowerShell.Cmdlets.ExchangeCmdlets(null)).AddressDomainAsync(Silence.Instance, default));

    private static Task<ServerSight> LookAsync(ServerParts parts)
    {
        var calls = Calls();
        return new ExchangeReader(Estate.Exchange, calls, new DomainControllerPin(calls), _ => Task.FromResult<AuthMetadataDocument?>(null))
            .LookAsync(new ServerQuery(Litware.Exchange, parts), Silence.Instance, default);
    }

    private static ServerCalls Calls()
    {
        Skip.IfNot(Directory.Exists(Folder), "The answers of real servers (../shared/clixml) are not on this machine.");
        return new ServerCalls(new Recorded(), new ModelClassifier());
    }

    /// <summary>Answers from the files.</summary>
    private sealed class Recorded : ICmdletRunner
    {
        public string Server => Litware.Exchange;

        public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken)
        {
            var file = Path.Combine(Folder, $"{call.Cmdlet.Replace("-", "", StringComparison.Ordinal)}.xml");
            return Task.FromResult(new CallAnswer(CallEnding.Done, TimeSpan.Zero) { Objects = File.Exists(file) ? Read(file) : [] });
        }

        private static ImmutableArray<CmdletObject> Read(string file)
        {
            var root = XDocument.Load(file).Root!;
            var byId = root.Descendants(Ns + "Obj").ToDictionary(item => item.Attribute("RefId")!.Value);
            return [.. root.Elements(Ns + "Obj").Select(item => new CmdletObject("", Properties(item, byId), ""))];
        }

        private static JObject Properties(XElement item, Dictionary<string, XElement> byId) => new(
            (item.Element(Ns + "Props")?.Elements() ?? []).Select(property => new JProperty(property.Attribute("N")!.Value, Value(property, byId))));

        private static JToken Value(XElement property, Dictionary<string, XElement> byId) => property.Name.LocalName switch
        {
            "Nil" => JValue.CreateNull(),
            "B" => (bool)property,
            "I32" or "By" => (int)property,
            "DT" => new JObject(new JProperty("$date", ((DateTimeOffset)property).UtcDateTime.ToString("O"))),
            "BA" => new JObject(new JProperty("$bytes", property.Value)),
            "Ref" => Value(byId[property.Attribute("RefId")!.Value], byId),
            "Obj" when property.Element(Ns + "LST") is { } list => new JArray(list.Elements().Select(entry => entry.Value)),
            "Obj" => new JObject(
                new JProperty("$text", property.Element(Ns + "ToString")?.Value ?? ""), new JProperty("$object", Properties(property, byId))),
            _ => property.Value,
        };
    }
}
