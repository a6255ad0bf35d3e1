using PartnerTrust.Plugin.Commands.Importing;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Importing;

/// <summary>What servers hold is found by looking at them, on whatever engine they are.</summary>
public sealed class ExistingResourcesTests
{
    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task Everything_that_is_found_imports_without_a_difference(EngineKind kind)
    {
        await using var servers = await ServersUnderTest.StartAsync(kind);
        foreach (var server in servers.Plugin.Configured.Where(server => kind.BindsTokenServers() || server.Product != ServerProduct.TokenServer))
        {
            await servers.Resource("CertificateBinding", server.Fqdn).UpAsync(Programs.Certificate(server.Fqdn));
        }

        await Programs.EstablishTrustAsync(servers.Plugin, kind);
        await Programs.RegisterPartnersAsync(servers.Plugin);
        await servers.Resource("AuthorizationServer", "sts").UpAsync(Programs.TokenServer());

        var found = await servers.ReadAsync(async reader =>
            await new ExistingResources([.. servers.Plugin.Configured], reader, withHybrid: false, fault => Assert.Fail(fault.ToString()))
                .ListAsync(CancellationToken.None).ToListAsync());

        Assert.Equal(
            ["AuthMetadataEndpoint", "AuthorizationServer", "CertificateBinding", "OAuthConfiguration", "PartnerApplication"],
            found.Select(entry => entry.Type).Distinct().Order());
        foreach (var entry in found)
        {
            var resource = servers.Resource(entry.Type, entry.Name);
            await resource.ImportAsync(entry.Id);
            Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await resource.DiffAsync(resource.Inputs)).Changes);
        }
    }
}
