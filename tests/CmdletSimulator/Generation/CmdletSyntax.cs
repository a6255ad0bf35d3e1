using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>A cmdlet as its reference page shows it.</summary>
/// <param name="Name">For example <c>Set-AuthConfig</c>.</param>
/// <param name="Sets">Its parameter sets; of one there need not be a name.</param>
/// <param name="DefaultSet">The set that is taken where the parameters leave a choice; null for the only one.</param>
public sealed record CmdletSyntax(string Name, ImmutableArray<CmdletSet> Sets, string? DefaultSet)
{
    /// <summary>Name of the only set of a cmdlet, as PowerShell calls it.</summary>
    public const string OnlySet = "__AllParameterSets";

    /// <summary>The names of all parameters, each once.</summary>
    public IEnumerable<string> ParameterNames =>
        Sets.SelectMany(set => set.Parameters).Select(parameter => parameter.Name).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the cmdlet asks before it acts, and can be asked what it would do.</summary>
    public bool IsConfirmed => Sets.Any(set => set.Parameters.Any(parameter => parameter.Name is "WhatIf" or "Confirm"));
}

/// <param name="Name">As documented; <see cref="CmdletSyntax.OnlySet"/> where the page names none.</param>
/// <param name="Parameters">In the page's order.</param>
public sealed record CmdletSet(string Name, ImmutableArray<ParameterSyntax> Parameters);

/// <param name="Name">Without a dash.</param>
/// <param name="Type">As documented, for example <c>XdsGlobalRelativeIdentity</c>.</param>
/// <param name="IsMandatory">Whether the set needs it.</param>
/// <param name="IsPositional">Whether its name may be left out.</param>
public sealed record ParameterSyntax(string Name, string Type, bool IsMandatory = false, bool IsPositional = false);
