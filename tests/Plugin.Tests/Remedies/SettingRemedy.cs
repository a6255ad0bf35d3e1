using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>A setting of the engine of real servers that earns a number, and what is put in its place as the message says.</summary>
/// <param name="Number">The number, for example <c>PT1110</c>.</param>
/// <param name="Words">Of the remedy: those that are followed.</param>
/// <param name="Wrong">The settings that are refused.</param>
/// <param name="Right">Those once the remedy is followed.</param>
public sealed record SettingRemedy(string Number, string Words, PropertyMap Wrong, PropertyMap Right)
{
    public override string ToString() => $"{Number} {Words}";
}
