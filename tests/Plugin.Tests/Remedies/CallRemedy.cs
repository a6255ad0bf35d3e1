using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>A call of the engine, or of a program, that earns a number, and the one that its message leads to.</summary>
/// <param name="Number">The number, for example <c>PT1201</c>.</param>
/// <param name="Words">Of the remedy as it is printed: the words that are followed.</param>
/// <param name="Wrong">As it was made.</param>
/// <param name="Right">As it is made then.</param>
internal sealed record CallRemedy(string Number, string Words, Func<PluginUnderTest, Task> Wrong, Func<PluginUnderTest, Task> Right);
