using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>What a plan needs of Pulumi.</summary>
internal interface IPulumi
{
    /// <summary>Previews the stack.</summary>
    /// <param name="port">Where the provider listens.</param>
    /// <param name="cancellationToken">Ends the preview.</param>
    Task<PreviewDigest> PreviewAsync(int port, CancellationToken cancellationToken);

    /// <summary>The settings of a provider as the stack's state remembers them; null where it does not, or has them encrypted.</summary>
    /// <param name="reference">The provider's: its URN, two colons, its id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    Task<PropertyMap?> FindProviderAsync(string reference, CancellationToken cancellationToken);
}
