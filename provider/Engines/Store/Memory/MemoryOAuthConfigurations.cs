using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store.Memory;

internal sealed class MemoryOAuthConfigurations(MemorySession session) : IOAuthConfigurationTable
{
    public OAuthConfiguration? Find(string server) => session.Of(server, ServerParts.Settings).OAuthConfigurations.GetValueOrDefault(server);

    public void Save(OAuthConfiguration configuration)
    {
        var server = configuration.Server;
        var before = Find(server);
        var originals = session.State.OriginalOAuthConfigurations;
        session.State = session.State with
        {
            Changed = session.State.Changed.Add(server),
            OAuthConfigurations = session.State.OAuthConfigurations.SetItem(server, configuration),
            OriginalOAuthConfigurations = originals.ContainsKey(server) ? originals : originals.Add(server, before),
        };
    }

    public OAuthConfiguration? FindOriginal(OAuthConfiguration defaults) =>
        session.Of(defaults.Server, ServerParts.Settings).OriginalOAuthConfigurations.TryGetValue(defaults.Server, out var original)
            ? original ?? defaults
            : null;

    public void Restore(string server, OAuthConfiguration? original)
    {
        var configurations = session.Of(server, ServerParts.Settings).OAuthConfigurations;
        session.State = session.State with
        {
            Changed = session.State.Changed.Add(server),
            OAuthConfigurations = original is null ? configurations.Remove(server) : configurations.SetItem(server, original),
            OriginalOAuthConfigurations = session.State.OriginalOAuthConfigurations.Remove(server),
        };
    }
}
