using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Exchange;
using PartnerTrust.Engines.PowerShell.Lync;
using PartnerTrust.Engines.PowerShell.SharePoint;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>The servers of the field's own documents, modelled, with what reads and writes them.</summary>
internal sealed class ModelEstate : IDisposable
{
    private readonly Server exchangeServer;

    public ModelEstate(params string[] exchangeMembers)
    {
        exchangeServer = Estate.Exchange with { Members = [.. exchangeMembers] };
        Lync = new LyncModel { Documents = Published };
        Exchange = new ExchangeModel { Documents = Published };
        SharePoint = new SharePointModel { Documents = Published };
        foreach (var member in exchangeMembers)
        {
            Exchange.Stores[member] = [];
        }

        Publish(Estate.Lync, 0);
        Publish(Estate.Exchange, 1);
        Publish(Estate.SharePoint, 2);
        Publish(Estate.TokenServer, 3);
        var tools = new WriteTools(Directory, Documents, Time, new CertificateMaker(_ => Certs.Key(3).OpenKey()));
        Administrations = new ServerAdministrations(
            Directory,
            [
                new LyncAdministration(Estate.Lync, Calls(Lync), Documents, Time),
                new ExchangeAdministration(exchangeServer, Calls(Exchange), Documents),
                new SharePointAdministration(Estate.SharePoint, Calls(SharePoint), Documents),
                new TokenServerAdministration(Estate.TokenServer, Documents),
            ]);
        Reader = new CmdletReader(Administrations);
        Writer = new CmdletWriter(Administrations, tools);
    }

    public FakeTimeProvider Time { get; } = new(Certs.Now);

    public Dictionary<string, AuthMetadataDocument> Published { get; } = [];

    public LyncModel Lync { get; }

    public ExchangeModel Exchange { get; }

    public SharePointModel SharePoint { get; }

    public ServerDirectory Directory => new([Estate.Lync, exchangeServer, Estate.SharePoint, Estate.TokenServer], []);

    public ServerAdministrations Administrations { get; }

    public CmdletReader Reader { get; }

    public CmdletWriter Writer { get; }

    private ModelServer[] Models => [Lync, Exchange, SharePoint];

    private ModelDocuments Documents => new(Published);

    /// <summary>What a server publishes from now on.</summary>
    public void Publish(Server server, params int[] keys) => Published[server.MetadataUrl.AbsoluteUri] =
        new AuthMetadataDocument(
            server.ApplicationIdentifier, server.Realm, server.Issuer, "", [], [.. keys.Select(Certs.Public)], []);

    /// <summary>The certificate in the server's store, and what signs.</summary>
    public void BindOnExchange(int current, string? server = null)
    {
        Hold(current, server);
        Exchange.Current = Certs.Public(current).Thumbprint.Hex;
    }

    public void Hold(int key, string? server = null) => Exchange.Stores[server ?? ""].Add(Certs.Public(key));

    public void BindOnLync(int current)
    {
        Lync.Store[Certs.Public(current).Thumbprint] = Certs.Public(current);
        Lync.Current = (Certs.Public(current).Thumbprint, Certs.Now.AddDays(-9));
    }

    /// <summary>The writes that took effect on any server.</summary>
    public IReadOnlyList<CmdletCall> Written => [.. Lync.Written, .. Exchange.Written, .. SharePoint.Written];

    /// <summary>What befalls calls from now on; the first that says something decides. A shell that is lost keeps nothing.</summary>
    public void Intercept(Func<CmdletCall, Trouble?> befalls)
    {
        foreach (var server in Models)
        {
            var before = server.Befalls;
            server.Befalls = call =>
            {
                var trouble = befalls(call) ?? before(call);
                if (trouble is Trouble.LostAfter or Trouble.LostBefore)
                {
                    SharePoint.Forget();
                }

                return trouble;
            };
        }
    }

    /// <summary>Nothing befalls any call any more.</summary>
    public void Calm()
    {
        foreach (var server in Models)
        {
            server.Befalls = _ => Trouble.None;
        }
    }

    /// <summary>What was called so far is not looked at.</summary>
    public void Forget()
    {
        foreach (var server in Models)
        {
            server.Sent.Clear();
            server.Written.Clear();
        }
    }

    public Task<ServerSnapshot> ReadAsync(string server, ServerParts parts, params Thumbprint[] certificates) => Reader.ReadAsync(
        new ServerQuery(server, parts) { Certificates = [.. certificates] }, Silence.Instance, default);

    /// <summary>The records of a server, by name.</summary>
    public async Task<ImmutableDictionary<string, PartnerApplication>> PartnersAsync(string server) =>
        (await ReadAsync(server, ServerParts.PartnerApplications)).PartnerApplications.ToImmutableDictionary(record => record.Name);

    public void Dispose() => Writer.Dispose();

    private static ServerCalls Calls(ModelServer model) => new(model, new ModelClassifier());
}
