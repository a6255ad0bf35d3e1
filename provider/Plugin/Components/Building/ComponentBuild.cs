using System.Collections.Immutable;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using WireValue = Google.Protobuf.WellKnownTypes.Value;

namespace PartnerTrust.Plugin.Components.Building;

/// <summary>One construction of a component: its inputs, and the monitor with which it registers its children.</summary>
/// <param name="Request">What the engine asked for.</param>
/// <param name="Urn">The URN of the component.</param>
/// <param name="Inputs">Checked inputs; parts may be unknown, secret, or outputs of other resources.</param>
/// <param name="Session">The process it runs in.</param>
/// <param name="Monitor">Where children are registered.</param>
/// <param name="CancellationToken">Cancelled by the caller and by <c>Cancel</c>.</param>
public sealed record ComponentBuild(
    ConstructRequest Request,
    string Urn,
    PropertyMap Inputs,
    ProviderSession Session,
    ResourceMonitorClient Monitor,
    CancellationToken CancellationToken)
{
    public string Name => Request.Name;

    public bool IsPreview => Request.DryRun;

    /// <summary>Registers a resource of this package as a child, and waits until it is there. Dependencies of output values among the inputs
    /// count without being named. Unless the user chose a provider for the children, the one that constructs serves them too: a default one of
    /// their own would be another process, which knows nothing of what this one plans. What the schema calls secret leaves as such.</summary>
    public async Task<ChildResource> RegisterAsync(string type, string name, PropertyMap inputs, params ImmutableArray<ChildResource> dependsOn)
    {
        var (token, schema) = (PackageTokens.Of(type), Session.Schema.FindResource(PackageTokens.Of(type))!);
        var request = new RegisterResourceRequest
        {
            Type = token,
            Name = name,
            Parent = Urn,
            Custom = true,
            Object = PropertyCodec.Encode(inputs.MapValues(Plain).Sealed(schema.Inputs)),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsPartialValues = true,
            AliasSpecs = true,
            Provider = Request.Providers.ContainsKey(PackageSchema.PackageName) ? "" : Session.Reference,
            Version = PluginVersion.Text,
            ParentStackTraceHandle = Request.StackTraceHandle,
        };
        foreach (var (key, value) in inputs)
        {
            var dependencies = new RegisterResourceRequest.Types.PropertyDependencies();
            dependencies.Urns.AddRange(Dependencies(value).Distinct(StringComparer.Ordinal));
            request.PropertyDependencies[key] = dependencies;
        }

        request.Dependencies.AddRange(
            dependsOn.Select(child => child.Urn).Concat(inputs.Values.SelectMany(Dependencies)).Distinct(StringComparer.Ordinal));
        var response = await Monitor.RegisterResourceAsync(request, CancellationToken);
        return new ChildResource(
            response.Urn,
            response.Id.Length == 0 ? UnknownValue.Text : PropertyCodec.Decode(WireValue.ForString(response.Id)),
            PropertyCodec.Decode(response.Object).Sealed(schema.Outputs));
    }

    /// <summary>The URNs that an input depends on.</summary>
    public static IEnumerable<string> Dependencies(PropertyValue value) => value switch
    {
        OutputValue output => output.Dependencies.Concat(output.Value is { } known ? Dependencies(known) : []),
        SecretValue secret => Dependencies(secret.Value),
        ListValue list => list.Items.SelectMany(Dependencies),
        PropertyMap map => map.Values.SelectMany(Dependencies),
        _ => [],
    };

    /// <summary>The value without output wrappers: what a custom resource takes.</summary>
    internal static PropertyValue Plain(PropertyValue value) => value switch
    {
        OutputValue { Value: null, IsSecret: true } => new SecretValue(UnknownValue.Text),
        OutputValue { Value: null } => UnknownValue.Text,
        OutputValue { Value: { } known, IsSecret: var isSecret } => isSecret ? Plain(known).AsSecret() : Plain(known),
        SecretValue secret => Plain(secret.Value).AsSecret(),
        ListValue list => ListValue.Of(list.Items.Select(Plain)),
        PropertyMap map => map.MapValues(Plain),
        _ => value,
    };
}
