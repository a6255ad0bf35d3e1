using PartnerTrust.Engines.Store;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Shadow.Memory;

internal sealed class MemoryOAuthConfigurations(MemorySession session) : IOAuthConfigurationTable
{
    public OAuthConfiguration? Find(string server) => session.Of(server).OAuthConfigurations.GetValueOrDefault(server);

    public void Save(OAuthConfiguration configuration)
    {
        var server = configuration.Server;
        var before = Find(server);
        var originals = session.State.OriginalOAuthConfigurations;
        session.State = session.State with
        {
            OAuthConfigurations = session.State.OAuthConfigurations.SetItem(server, configuration),
            OriginalOAuthConfigurations = originals.ContainsKey(server) ? originals : originals.Add(server, before),
        };
    }

    public OAuthConfiguration? FindOriginal(OAuthConfiguration defaults) =>
        session.Of(defaults.Server).OriginalOAuthConfigurations.TryGetValue(defaults.Server, out var original) ? original ?? defaults : null;

    public void Restore(string server)
    {
        if (session.Of(server).OriginalOAuthConfigurations.TryGetValue(server, out var original))
        {
            var configurations = session.State.OAuthConfigurations;
            session.State = session.State with
            {
                OAuthConfigurations = original is null ? configurations.Remove(server) : configurations.SetItem(server, original),
                OriginalOAuthConfigurations = session.State.OriginalOAuthConfigurations.Remove(server),
            };
        }
    }
}
