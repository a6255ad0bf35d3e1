using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>The remedies that are followed, by what they are about.</summary>
internal static partial class RemedyTable
{
    public static IEnumerable<Remedy> All =>
        [.. Tokens, .. Audiences, .. Times, .. Callers, .. Rights, .. Calls, .. Documents, .. Certificates, .. Rollovers];

    /// <summary>Numbers of tokens whose remedies need more than a rule: the tests of the plugin follow them.</summary>
    public static IReadOnlySet<string> OnWholeStacks { get; } = new HashSet<string> { "PT5025", "PT5043", "PT5061", "PT5072" };

    /// <summary>The server's certificate is bound now.</summary>
    private static TrustState Bound(this TrustState state, Server server, SigningCertificate certificate) => state.Holding(
        server.Fqdn,
        CertificateRules.Bind(
            state.Certificates.GetValueOrDefault(server.Fqdn, CertificateSlots.Empty), certificate, server.Product, Scene.Now, null));

    /// <summary>Exchange's record copies Lync's keys again, as <c>pulumi up --refresh</c> has it do.</summary>
    private static TrustState Copied(this TrustState state) =>
        state.Refreshed((Scene.Exchange.Fqdn, Scene.LyncAtExchange.Name), Scene.Lync, Scene.Now);
}
