using System.Collections.Immutable;
using System.CommandLine;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>A command whose help ends with examples.</summary>
/// <param name="name">The word.</param>
/// <param name="description">What it does, in one line.</param>
/// <param name="examples">What may be typed after the program's name, and what that does.</param>
internal sealed class ExampledCommand(string name, string description, params ImmutableArray<(string Typed, string Does)> examples)
    : Command(name, description)
{
    public ImmutableArray<(string Typed, string Does)> Examples { get; } = examples;
}
