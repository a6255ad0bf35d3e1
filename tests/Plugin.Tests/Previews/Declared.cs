using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>A resource of a program: its inputs may hold outputs of those before it.</summary>
internal sealed record Declared(string Type, string Name, Func<Func<string, string, PropertyValue>, PropertyMap> Inputs)
{
    public static Declared Of(string type, string name, PropertyMap inputs) => new(type, name, _ => inputs);
}
