using PartnerTrust.Protocol.Clients;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>Where plugins come from: as processes, or in this one.</summary>
internal interface IPluginStarter
{
    /// <summary>The clock that they go by.</summary>
    TimeProvider Time { get; }

    /// <summary>How far that clock may go between a preview and its update.</summary>
    TimeSpan Drift { get; }

    /// <summary>Lets time pass between two runs; false where nobody can.</summary>
    bool Pass(TimeSpan time);

    Task<IStartedPlugin> StartAsync(string engineAddress, string folder, CancellationToken cancellationToken);
}

/// <summary>A plugin that serves one provider resource for the length of a run.</summary>
internal interface IStartedPlugin : IAsyncDisposable
{
    ResourceProviderClient Client { get; }
}
