using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.AuthMetadataEndpoints;

/// <summary>The auth metadata document of a server. Id: its URL. Each comparison asks what is published by now, so that a key changed behind an
/// unchanged URL shows in a plain update. (To have the engine read it first would do the same, at the price of what the engine then gets
/// wrong.)</summary>
internal sealed class AuthMetadataEndpointResource : ResourceType
{
    public const string TypeName = "AuthMetadataEndpoint";

    public override string Name => TypeName;

    public override string SharedInput => AuthMetadataEndpointInputs.ServerName;

    public override PropertyMap WithDefaults(PropertyMap inputs, Installation installation)
    {
        var given = AuthMetadataEndpointInputs.Read(inputs);
        return given.Url.IsGiven || installation.Find(given.Server.Value) is not { } server
            ? inputs
            : AuthMetadataEndpointInputs.WithUrl(inputs, server.MetadataUrl);
    }

    public override void Check(ResourceCheck check)
    {
        var inputs = AuthMetadataEndpointInputs.Read(check.Inputs);
        var server = check.Server(inputs.Server, "a metadata document");
        MetadataInputs.CheckUrl(check, inputs.Url);
        check.OnlyFor(ProductFeatures.AnyTls, server, inputs.TrustAnySslCertificate, inputs.TrustsAnyCertificate);
    }

    public override ImmutableArray<string> DigestsOfKeys => [DocumentOutputs.Fingerprint];

    /// <summary>An endpoint without a document is published again, which succeeds when its server has a certificate by then. Otherwise what was
    /// bound or planned since the last update, by whomever, is in the document, and those who depend on this resource are to hear of it.</summary>
    public override async Task DiffAsync(ResourceDiff diff, CancellationToken cancellationToken)
    {
        var inputs = AuthMetadataEndpointInputs.Read(diff.NewInputs);
        if (diff.OldOutputs.Text(DocumentOutputs.Fingerprint) == "")
        {
            diff.AddDrift(DocumentOutputs.Keys);
        }
        else if (!diff.Changes(inputs.Server) && !diff.Changes(inputs.Url)
            && diff.Installation.Find(inputs.Server.Value) is { } server && inputs.Address is { } url)
        {
            await DiffDocumentAsync(diff, server, url, cancellationToken);
        }
    }

    public override string? IdOf(PropertyMap inputs) => AuthMetadataEndpointInputs.Read(inputs).Address?.AbsoluteUri;

    /// <summary>What an update publishes is known once it is applied to the planned trust, and not before: it may be another document.</summary>
    public override bool ChangesDocument(ResourcePlan plan) => true;

    public override bool Publishes => true;

    public override string? ReadsDocumentOf(PropertyMap inputs, Installation installation) =>
        installation.Find(inputs.Text(AuthMetadataEndpointInputs.ServerName))?.Fqdn;

    public override string Decides(string server, bool publishesWhatIsPlanned) => $"what {server} publishes, and where";

    public override PropertyMap PreviewOutputs(ResourcePlan plan) =>
        plan.OldInputs is not null ? plan.Keep(DocumentOutputs.ServiceName)
        : plan.Installation.Find(AuthMetadataEndpointInputs.Read(plan.Inputs).Server.Value) is { } server ? DocumentOutputs.KnownOf(server)
        : PropertyMap.Empty;

    public override Task<ResourceState> CreateAsync(ResourceCreation creation, Operation operation) =>
        PublishAsync(creation.Inputs, creation.Predecessor, operation);

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var url = UrlOf(lookup.Id);
        var given = AuthMetadataEndpointInputs.Read(lookup.Inputs);
        var server = operation.Installation.Find(given.Server.Value) ?? PublisherOf(lookup.Id, operation.Installation);
        var published = await PublishedDocuments.FindAsync(operation.Engine, server, url, operation.Progress, operation.CancellationToken);
        if (published is null)
        {
            return null;
        }

        var inputs = lookup.Inputs.Overlaid(AuthMetadataEndpointInputs.Write(server, url));
        if (published.Document is { } document)
        {
            return StateOf(url, inputs, DocumentOutputs.Of(document));
        }

        await operation.WarnAsync(published.Obstacle! with { IsWarning = true });
        return StateOf(url, inputs, DocumentOutputs.Nothing(server));
    }

    public override Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation) => PublishAsync(change.NewInputs, null, operation);

    /// <summary>An id is a URL, which need not name the server.</summary>
    public override string? KeeperOf(ResourceLookup lookup) => RecordedServerOf(lookup);

    /// <summary>A server that publishes by itself goes on.</summary>
    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var url = UrlOf(lookup.Id);
        var server = lookup.Outputs.Text(AuthMetadataEndpointInputs.ServerName) ?? PublisherOf(lookup.Id, operation.Installation).Fqdn;
        if (operation.Engine.Publisher is { } publisher)
        {
            var outcome = await publisher.WithdrawAsync(Fqdns.Normalize(server), url, operation.Progress, operation.CancellationToken);
            outcome.RequireGone();
        }
    }

    private static async Task DiffDocumentAsync(ResourceDiff diff, Server server, Uri url, CancellationToken cancellationToken)
    {
        var engine = await diff.Run.OpenPlanningEngineAsync(cancellationToken);
        var published = await PublishedDocuments.FindAsync(engine, server, url, Silence.Instance, cancellationToken);
        if (FingerprintOf(published) != diff.OldOutputs.Text(DocumentOutputs.Fingerprint))
        {
            diff.AddDrift(DocumentOutputs.Fingerprint);
            await diff.InformAsync(
                "The document has changed since the stack last read it: its keys or its issuer are different now.", cancellationToken);
        }
    }

    private static async Task<ResourceState> PublishAsync(PropertyMap given, string? predecessor, Operation operation)
    {
        var inputs = AuthMetadataEndpointInputs.Read(given);
        var server = operation.Installation.Find(inputs.Server.Value)!;
        var url = inputs.Address!;
        if (MetadataUrls.Advise(url, server.Product) is { } advice)
        {
            await operation.WarnAsync(advice.At(inputs.Url.Path));
        }

        return await PublishAsync(server, url, inputs, given, predecessor, operation);
    }

    /// <summary>A server that publishes by itself is asked for what it publishes.</summary>
    private static async Task<ResourceState> PublishAsync(
        Server server, Uri url, AuthMetadataEndpointInputs inputs, PropertyMap given, string? predecessor, Operation operation)
    {
        ResourceState Of(AuthMetadataDocument document) => StateOf(url, given, DocumentOutputs.Of(document));

        if (operation.Engine.Publisher is not { } publisher)
        {
            return Of(await operation.FetchMetadataAsync(new FetchMetadata(url, inputs.TrustsAnyCertificate)));
        }

        var request = new PublishMetadata(server.Fqdn, url, inputs.TrustsAnyCertificate) { TakesOver = predecessor == url.AbsoluteUri };
        var outcome = await publisher.PublishAsync(request, operation.Progress, operation.CancellationToken);
        return Of(outcome.Require(Of));
    }

    private static Server PublisherOf(string id, Installation installation) =>
        installation.FindPublisher(MetadataInputs.UrlOf(id)) ?? throw NoSuchId(id);

    private static Uri UrlOf(string id) => MetadataInputs.UrlOf(id) ?? throw NoSuchId(id);

    private static FaultException NoSuchId(string id) =>
        new(FaultCatalogue.ImportIdInvalid(id, "the https URL at which a configured server publishes its document"));

    /// <summary>Empty where nothing is told, be it that the document was withdrawn.</summary>
    private static string FingerprintOf(PublishedMetadata? published) =>
        published?.Document is { } document ? AuthMetadataFingerprint.Of(document) : "";

    private static ResourceState StateOf(Uri url, PropertyMap inputs, PropertyMap document) =>
        new(url.AbsoluteUri, inputs, document.With(AuthMetadataEndpointInputs.Read(inputs).WriteOptions()));
}
