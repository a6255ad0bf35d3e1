using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>One call of a cmdlet, as data: what is planned, what is run and what is recorded are the same.</summary>
/// <param name="Cmdlet">The exact name of an allowed cmdlet.</param>
/// <param name="Parameters">In the order in which they are shown; each name once.</param>
public sealed record CmdletCall(string Cmdlet, ImmutableArray<CmdletParameter> Parameters)
{
    /// <summary>The properties that are read of each object; a dot leads into an object, for example <c>LinkedAccount.Name</c>. None where the
    /// objects themselves are not needed; text is answered whole.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>The name under which the first object stays in the shell; null where none does.</summary>
    public string? Keep { get; init; }

    public bool Equals(CmdletCall? other) =>
        other is not null && (Cmdlet, Keep) == (other.Cmdlet, other.Keep)
        && Parameters.SequenceEqual(other.Parameters) && Select.SequenceEqual(other.Select);

    public override int GetHashCode() => HashCode.Combine(Cmdlet, Parameters.Length);
}
