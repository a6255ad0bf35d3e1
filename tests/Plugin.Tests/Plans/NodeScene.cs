using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>What a node's inputs are made of: its declaration, the program around it, whether it is there already, and the outputs of what
/// it depends on.</summary>
internal sealed record NodeScene(Declaration Declared, IReadOnlySet<string> Program, bool IsThere, Func<string, PropertyMap> Outputs)
{
    public int Variant => Declared.Variant;

    public bool Has(string node) => Program.Contains(node);

    public PropertyValue Output(string node, string property) => Outputs(node)[property];
}
