using PartnerTrust.Deployment;
using PartnerTrust.Plugin.Commands.Planning;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>The deployment host in the place of the CLI.</summary>
/// <param name="hostOf">The host, with the plugin at a port.</param>
internal sealed class HostAsPulumi(Func<int, DeploymentHost> hostOf) : IPulumi
{
    public async Task<PreviewDigest> PreviewAsync(int port, CancellationToken cancellationToken)
    {
        var preview = await hostOf(port).PreviewAsync();
        var digest = Deployment.Output.PreviewDigest.Of(preview.Log, showsReplacementSteps: true).ToJsonString();
        return PreviewDigest.Read(digest)! with { Succeeded = preview.Succeeded };
    }

    public Task<PropertyMap?> FindProviderAsync(string reference, CancellationToken cancellationToken) =>
        Task.FromResult(StateExport.FindInputs(hostOf(0).State.Export().ToJsonString(), reference));
}
