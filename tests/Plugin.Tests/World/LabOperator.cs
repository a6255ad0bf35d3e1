using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>The operator of the servers that a data directory holds.</summary>
internal sealed class LabOperator(string dataDirectory, TimeProvider time) : IOperatorActions
{
    public Task RollCertificateAsync(string server) => LetAsync(lab => lab.RollCertificateAsync(server, CancellationToken.None));

    public Task ChangePartnerAsync(string server, string name, Func<PartnerApplication, PartnerApplication> change) =>
        LetAsync(lab => lab.Partners.ChangeAsync(server, name, change, CancellationToken.None));

    public Task RemovePartnerAsync(string server, string name) => LetAsync(lab => lab.Partners.RemoveAsync(server, name, CancellationToken.None));

    public Task OverwriteSettingsAsync(OAuthConfiguration settings) =>
        LetAsync(lab => lab.Partners.OverwriteOAuthConfigurationAsync(settings, CancellationToken.None));

    public async Task LetAsync(Func<EmbeddedLab, Task> act)
    {
        await using var lab = await EmbeddedLab.OpenAsync(dataDirectory, time, NullLoggerFactory.Instance, CancellationToken.None);
        await act(lab);
    }
}
