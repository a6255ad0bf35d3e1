using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The auth metadata document of a server. Id: its URL. Each comparison asks what is published by now, so that a key changed behind an
/// unchanged URL shows in a plain update. (To have the engine read it first would do the same, at the price of what the engine then gets wrong.)</summary>
internal sealed class AuthMetadataEndpoint : ResourceType
{
    public override string Name => "AuthMetadataEndpoint";

    public override PropertyMap Complete(PropertyMap inputs, Installation installation) =>
        inputs.Has("url") || installation.Find(inputs.Text("server")) is not { } server ? inputs : inputs.Set("url", server.MetadataUrl.AbsoluteUri);

    public override void Check(ResourceCheck check)
    {
        var server = check.Server("server", "a metadata document");
        MetadataInputs.CheckUrl(check, "url");
        check.OnlyFor(ProductFeatures.AnyTls, server, "trustAnySslCertificate", check.Inputs.Flag("trustAnySslCertificate") is true);
    }

    public override ImmutableArray<string> DigestsOfKeys => ["fingerprint"];

    /// <summary>An endpoint without a document is published again, which succeeds when its server has a certificate by then. Otherwise what was
    /// bound or planned since the last update, by whomever, is in the document, and those who depend on this resource are to hear of it.</summary>
    public override async Task CompareAsync(ResourceComparison comparison, CancellationToken cancellationToken)
    {
        if (LacksDocument(comparison.OldOutputs))
        {
            comparison.AddDrift("keys");
        }
        else if (!comparison.Changes("server") && !comparison.Changes("url")
            && comparison.Installation.Find(comparison.NewInputs.Text("server")) is { } server
            && comparison.NewInputs.TryText("url", out var text) && MetadataInputs.UrlOf(text) is { } url)
        {
            await CompareDocumentAsync(comparison, server, url, cancellationToken);
        }
    }

    public override string? IdOf(PropertyMap inputs) => inputs.TryText("url", out var url) ? MetadataInputs.UrlOf(url)?.AbsoluteUri : null;

    /// <summary>What an update publishes is known once it is applied to the planned trust, and not before: it may be another document.</summary>
    public override PropertyMap Foresee(ResourcePlan plan) =>
        plan.OldInputs is not null ? plan.Keep("serviceName")
        : plan.Installation.Find(plan.Inputs.Text("server")) is { } server
            ? PropertyMap.Of(("serviceName", server.ApplicationIdentifier), ("realm", server.Realm), ("issuer", server.Issuer))
            : PropertyMap.Empty;

    public override Task<ResourceState> CreateAsync(PropertyMap inputs, Operation operation) => PublishAsync(inputs, operation);

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var url = UrlOf(lookup.Id);
        var server = operation.Installation.Find(lookup.Inputs.Text("server")) ?? PublisherOf(lookup.Id, operation.Installation);
        var published = await PublishedDocuments.FindAsync(
            operation.Engine, server, url, operation.Progress, operation.CancellationToken);
        if (published is null)
        {
            return null;
        }

        var inputs = lookup.Inputs.Overlaid(PropertyMap.Of(("server", server.Fqdn), ("url", url.AbsoluteUri)));
        if (published.Document is { } document)
        {
            return StateOf(url.AbsoluteUri, inputs, document);
        }

        await operation.WarnAsync(published.Obstacle! with { IsWarning = true });
        return StateOf(url.AbsoluteUri, inputs, MetadataInputs.NoDocument(server));
    }

    public override Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation) => PublishAsync(change.NewInputs, operation);

    /// <summary>A server that publishes by itself goes on.</summary>
    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        var url = UrlOf(lookup.Id);
        var server = lookup.Outputs.Text("server") ?? PublisherOf(lookup.Id, operation.Installation).Fqdn;
        if (operation.Engine.Publisher is { } publisher)
        {
            var outcome = await publisher.WithdrawAsync(Fqdns.Normalize(server), url, operation.Progress, operation.CancellationToken);
            outcome.RequireGone();
        }
    }

    private static async Task CompareDocumentAsync(ResourceComparison comparison, Server server, Uri url, CancellationToken cancellationToken)
    {
        var engine = await comparison.Session.OpenPlanningEngineAsync(cancellationToken);
        var published = await PublishedDocuments.FindAsync(engine, server, url, Silence.Instance, cancellationToken);
        if (FingerprintOf(published) != comparison.OldOutputs.Text("fingerprint"))
        {
            comparison.AddDrift("fingerprint");
            const string Told = "The document has changed since the stack last read it: its keys or its issuer are different now.";
            await comparison.Session.Link.InformAsync(comparison.Urn, Told, cancellationToken);
        }
    }

    private static async Task<ResourceState> PublishAsync(PropertyMap inputs, Operation operation)
    {
        var server = operation.Installation.Find(inputs.Text("server"))!;
        var url = MetadataInputs.UrlOf(inputs.Text("url")!)!;
        var document = await PublishAsync(server, url, inputs, operation);
        if (MetadataUrls.Advise(url, server.Product) is { } advice)
        {
            await operation.WarnAsync(advice.At("url"));
        }

        return StateOf(url.AbsoluteUri, inputs, document);
    }

    /// <summary>A server that publishes by itself is asked for what it publishes.</summary>
    private static async Task<AuthMetadataDocument> PublishAsync(Server server, Uri url, PropertyMap inputs, Operation operation)
    {
        var trustsAny = inputs.Flag("trustAnySslCertificate") ?? false;
        if (operation.Engine.Publisher is not { } publisher)
        {
            return await operation.FetchMetadataAsync(new FetchMetadata(url, trustsAny));
        }

        var request = new PublishMetadata(server.Fqdn, url, trustsAny) { TakesOver = operation.Predecessor == url.AbsoluteUri };
        var outcome = await publisher.PublishAsync(request, operation.Progress, operation.CancellationToken);
        return outcome.Require(document => StateOf(url.AbsoluteUri, inputs, document));
    }

    private static Server PublisherOf(string id, Installation installation) =>
        installation.FindPublisher(MetadataInputs.UrlOf(id)) ?? throw NoSuchId(id);

    private static Uri UrlOf(string id) => MetadataInputs.UrlOf(id) ?? throw NoSuchId(id);

    private static FaultException NoSuchId(string id) =>
        new(FaultCatalogue.ImportIdInvalid(id, "the https URL at which a configured server publishes its document"));

    /// <summary>Empty where nothing is told, be it that the document was withdrawn.</summary>
    private static string FingerprintOf(PublishedMetadata? published) =>
        published?.Document is { } document ? AuthMetadataFingerprint.Of(document) : "";

    private static bool LacksDocument(PropertyMap outputs) => outputs.Text("fingerprint") == "";

    private static ResourceState StateOf(string id, PropertyMap inputs, AuthMetadataDocument document) =>
        StateOf(id, inputs, MetadataInputs.Outputs(document));

    private static ResourceState StateOf(string id, PropertyMap inputs, PropertyMap outputs) => new(
        id,
        inputs,
        outputs.Set("trustAnySslCertificate", inputs.Flag("trustAnySslCertificate") ?? false));
}
