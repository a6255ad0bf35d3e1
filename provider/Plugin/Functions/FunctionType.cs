using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Functions;

/// <summary>One function of the package.</summary>
public abstract class FunctionType
{
    /// <summary>The last part of the token.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a preview is to ask what is planned, and not what is.</summary>
    public virtual bool AsksAboutThePlan => false;

    /// <summary>Refuses what the schema cannot refuse.</summary>
    public abstract void Check(ResourceCheck check);

    public abstract Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation);
}
