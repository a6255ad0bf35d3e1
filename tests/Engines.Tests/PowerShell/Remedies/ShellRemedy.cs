using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>A situation that earns a number of the PowerShell engine, and what is done about it as the message says.</summary>
/// <param name="Number">The number, for example <c>PT8100</c>.</param>
/// <param name="Words">Of the remedy: those that are followed.</param>
/// <param name="Where">What else tells two rows of one number apart.</param>
public sealed record ShellRemedy(string Number, string Words, string Where = "")
{
    /// <summary>Sets the scene, with a shell that nothing is wrong with.</summary>
    internal Func<SharedShell, Task<IPlight>> SetAsync { get; init; } = null!;

    public override string ToString() => $"{Number} {Where}".TrimEnd();
}
