using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Functions;

/// <summary>The generations of a server's signing certificate.</summary>
internal sealed class GetCertificateBinding : FunctionType
{
    public override string Name => "getCertificateBinding";

    public override void Check(ResourceCheck check) => check.Server(ServerArgument.In(check.Inputs), "a signing certificate");

    public override IEnumerable<string?> ServersIn(PropertyMap arguments, Installation installation) =>
        [installation.Find(ServerArgument.In(arguments).Value)?.Fqdn];

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var server = operation.Installation.Find(ServerArgument.In(arguments).Value)!;
        var record = await operation.FindCertificateBindingAsync(server);
        var slots = record?.Slots ?? CertificateSlots.Empty;
        return PropertyMap.Empty
            .SetIf("current", Describe(slots.Current))
            .SetIf("previous", Describe(slots.Previous))
            .SetIf("next", Describe(slots.Next))
            .SetIf("nextEffectiveDate", slots.NextEffectiveDate is { } date ? Instant.Format(date) : null);
    }

    private static PropertyMap? Describe(SigningCertificate? certificate) => certificate is null ? null : WireValues.Certificate(certificate);
}
