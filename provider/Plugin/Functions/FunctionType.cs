using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Functions;

/// <summary>One function of the package. In a preview it asks what is planned, and not what is.</summary>
public abstract class FunctionType
{
    /// <summary>The last part of the token.</summary>
    public abstract string Name { get; }

    /// <summary>Results that are others whenever a key is another, although they do not name it.</summary>
    public virtual ImmutableArray<string> DigestsOfKeys => [];

    /// <summary>Refuses what the schema cannot refuse.</summary>
    public abstract void Check(ResourceCheck check);

    /// <summary>On what servers, as the arguments name them, the answer turns.</summary>
    public abstract IEnumerable<string?> ServersIn(PropertyMap arguments, Installation installation);

    public abstract Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation);

    /// <summary>In a preview: the answer as far as it is known, where what is missing may yet be planned; null where it stays missing.</summary>
    public virtual PropertyMap? AnswerAhead(PropertyMap arguments, Fault missing, Operation operation) => null;
}
