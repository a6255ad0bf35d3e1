using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;
using Record = PartnerTrust.Trust.Partners.PartnerApplication;

namespace PartnerTrust.Plugin.Functions;

/// <summary>Every partner application that a server keeps.</summary>
internal sealed class GetPartnerApplications : FunctionType
{
    public override string Name => "getPartnerApplications";

    public override void Check(ResourceCheck check) => check.Server("server", "partner applications");

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var server = operation.Installation.Find(arguments.Text("server"))!;
        var records = new List<PropertyValue>();
        await foreach (var record in operation.Engine.Reader.ListPartnerApplicationsAsync(
            server.Fqdn, null, operation.Progress, operation.CancellationToken))
        {
            records.Add(Describe(record, server));
        }

        return PropertyMap.Of(("partnerApplications", ListValue.Of(records)));
    }

    private static PropertyMap Describe(Record record, Server server)
    {
        string[] own = ["name", "authMetadataUrl", "trustLevel", "enabled", "acceptSecurityIdentifierInformation", "linkedAccount"];
        var inputs = PartnerInputs.Of(record, server).AsEnumerable().Where(entry => entry.Value is not NullValue && own.Contains(entry.Key));
        return PropertyMap.Of(inputs).With(PropertyMap.Of(
            ("id", Identity.Of(record.Server, record.Name)),
            ("applicationIdentifier", record.ApplicationIdentifier),
            ("realm", record.Realm),
            ("issuer", record.Issuer),
            ("trustedKeys", WireForms.Keys(record.TrustedKeys))));
    }
}
