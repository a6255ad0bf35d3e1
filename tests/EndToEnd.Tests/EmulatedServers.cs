using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The emulated servers behind a stack, looked at without asking the stack.</summary>
internal static class EmulatedServers
{
    /// <summary>Fails unless nothing is left of what a stack made: no record, no certificate in use, no document, no item in any mailbox.</summary>
    public static async Task AssertEmptyAsync(string dataDirectory)
    {
        await using var lab = await OpenAsync(dataDirectory);
        var state = await lab.ReadStateAsync(CancellationToken.None);

        Assert.Empty(state.PartnerApplications);
        Assert.Empty(state.AuthorizationServers);
        Assert.All(state.Certificates.Values, slots => Assert.Equal(CertificateSlots.Empty, slots));
        Assert.Empty(state.PublishedMetadata);
        Assert.All(state.OAuthConfigurations.Values, settings => Assert.Null(settings.ExchangeAutodiscoverUrl));
        Assert.Empty(await lab.ListMailItemsAsync(10, CancellationToken.None));
    }

    public static async Task<TrustState> ReadAsync(string dataDirectory)
    {
        await using var lab = await OpenAsync(dataDirectory);
        return await lab.ReadStateAsync(CancellationToken.None);
    }

    /// <summary>As an operator of the server sets it.</summary>
    public static Task SetLyncRealmAsync(string dataDirectory, string realm) =>
        SetLyncSettingsAsync(dataDirectory, Estate.LyncSettings with { Realm = realm, ExchangeAutodiscoverUrl = null });

    /// <summary>As an operator of the server sets them.</summary>
    public static async Task SetLyncSettingsAsync(string dataDirectory, OAuthConfiguration settings)
    {
        await using var lab = await OpenAsync(dataDirectory);
        await lab.Partners.OverwriteOAuthConfigurationAsync(settings, CancellationToken.None);
    }

    private static Task<EmbeddedLab> OpenAsync(string dataDirectory) =>
        EmbeddedLab.OpenAsync(dataDirectory, TimeProvider.System, NullLoggerFactory.Instance, CancellationToken.None);
}
