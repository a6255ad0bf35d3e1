using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.PartnerApplications;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Functions;

/// <summary>Every partner application that a server keeps.</summary>
internal sealed class GetPartnerApplications : FunctionType
{
    public override string Name => "getPartnerApplications";

    public override void Check(ResourceCheck check) => check.Server(ServerArgument.In(check.Inputs), "partner applications");

    public override IEnumerable<string?> ServersIn(PropertyMap arguments, Installation installation) =>
        [installation.Find(ServerArgument.In(arguments).Value)?.Fqdn];

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var server = operation.Installation.Find(ServerArgument.In(arguments).Value)!;
        var records = new List<PropertyValue>();
        await foreach (var record in operation.Engine.Reader.ListPartnerApplicationsAsync(
            server.Fqdn, null, operation.Progress, operation.CancellationToken))
        {
            records.Add(Describe(record, server));
        }

        return PropertyMap.Of(("partnerApplications", ListValue.Of(records)));
    }

    private static PropertyMap Describe(PartnerApplication record, Server server)
    {
        string[] own =
        [
            PartnerProperties.Name,
            PartnerProperties.AuthMetadataUrl,
            PartnerProperties.TrustLevel,
            PartnerProperties.Enabled,
            PartnerProperties.AcceptSecurityIdentifierInformation,
            PartnerProperties.IsTrustBroker,
            PartnerProperties.LinkedAccount,
        ];
        var inputs = PartnerRecordInputs.Of(record, server).AsEnumerable()
            .Where(entry => entry.Value is not NullValue && own.Contains(entry.Key));
        return PropertyMap.Of(inputs).With(PropertyMap.Of(
            ("id", Identity.Of(record.Server, record.Name)),
            (PartnerProperties.ApplicationIdentifier, record.ApplicationIdentifier),
            (PartnerProperties.Realm, record.Realm),
            (PartnerProperties.Issuer, record.Issuer)))
            .SetIf(PartnerProperties.TrustedKeys, KnownKeys.Of(record.TrustedKeys).Output);
    }
}
