using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components.Building;

/// <summary>A component that other programs construct through this plugin. It is registered already when it is asked to build.</summary>
public interface IComponent
{
    /// <summary>The last part of the token.</summary>
    string Name { get; }

    /// <summary>Registers the children and returns the component's outputs; an output may carry its dependencies as an <see
    /// cref="OutputValue"/>.</summary>
    Task<PropertyMap> BuildAsync(ComponentBuild build);
}
