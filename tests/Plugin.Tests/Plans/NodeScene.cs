using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>What a node's inputs are made of: its variant, the program around it and the outputs of what it depends on.</summary>
internal sealed record NodeScene(int Variant, IReadOnlySet<string> Program, Func<string, PropertyMap> Outputs)
{
    public bool Has(string node) => Program.Contains(node);

    public PropertyValue Output(string node, string property) => Outputs(node)[property];
}
