using System.Collections.Immutable;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A resource that a generated program may hold.</summary>
/// <param name="Name">In the program.</param>
/// <param name="Type">Last part of the token.</param>
/// <param name="Needs">What must be beside it.</param>
/// <param name="From">Which inputs are outputs of which node.</param>
/// <param name="Ignored">The input that the program may leave to others.</param>
/// <param name="Inputs">What the program writes.</param>
internal sealed record StackNode(
    string Name,
    string Type,
    ImmutableArray<string> Needs,
    ImmutableArray<(string Input, string Node)> From,
    string Ignored,
    Func<NodeScene, Protocol.Properties.PropertyMap> Inputs)
{
    /// <summary>In order of dependency.</summary>
    public static ImmutableArray<StackNode> All { get; } =
    [
        new("cert-lync", "CertificateBinding", [], [], "renewBeforeDays", scene => NodeInputs.Certificate(scene, "cert-lync", PluginUnderTest.Lync)),
        new(
            "cert-exchange",
            "CertificateBinding",
            [],
            [],
            "renewBeforeDays",
            scene => NodeInputs.Certificate(scene, "cert-exchange", PluginUnderTest.Exchange)),
        new("cert-third", "CertificateBinding", [], [], "source", NodeInputs.ThirdCertificate),
        new("oauth", "OAuthConfiguration", [], [], "exchangeAutodiscoverAllowedDomains", NodeInputs.OAuth),
        new("endpoint-lync", "AuthMetadataEndpoint", ["cert-lync"], [], "url", scene => NodeInputs.Endpoint(scene, PluginUnderTest.Lync)),
        new(
            "endpoint-exchange",
            "AuthMetadataEndpoint",
            ["cert-exchange"],
            [],
            "trustAnySslCertificate",
            scene => NodeInputs.Endpoint(scene, PluginUnderTest.Exchange)),
        new("endpoint-third", "AuthMetadataEndpoint", ["cert-third"], [("server", "cert-third")], "url", NodeInputs.ThirdEndpoint),
        new("partner-exchange", "PartnerApplication", ["endpoint-exchange"], Followed("endpoint-exchange"), "enabled", NodeInputs.PartnerExchange),
        new("partner-lync", "PartnerApplication", ["endpoint-lync"], Followed("endpoint-lync"), "enabled", NodeInputs.PartnerLync),
        new(
            "token-server",
            "AuthorizationServer",
            ["endpoint-third"],
            [("authMetadataUrl", "endpoint-third")],
            "realm",
            NodeInputs.AuthorizationServer),
        new(
            "check",
            "ConnectivityCheck",
            ["oauth", "partner-exchange", "partner-lync"],
            [("triggers", "endpoint-exchange"), ("triggers", "endpoint-lync")],
            "onFailure",
            NodeInputs.Check),
    ];

    public static StackNode Of(string name) => All.First(node => node.Name == name);

    /// <summary>The node and everything under it.</summary>
    public static IEnumerable<string> WithNeeds(string name) => Of(name).Needs.SelectMany(WithNeeds).Append(name);

    private static ImmutableArray<(string Input, string Node)> Followed(string endpoint) =>
        [("authMetadataUrl", endpoint), ("refreshTrigger", endpoint)];
}
