using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>A resource to be brought from one set of inputs to another.</summary>
public sealed record ResourceChange(string Id, PropertyMap OldInputs, PropertyMap OldOutputs, PropertyMap NewInputs);
