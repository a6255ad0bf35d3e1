using PartnerTrust.Engines.PowerShell.Options;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>One with short limits, behind a program that talks before PowerShell starts, as a profile does.</summary>
public sealed class HurriedShell : SharedShell
{
    private static readonly Timeouts Short = Timeouts.Usual with { Write = TimeSpan.FromSeconds(1) };

    internal override ShellUnderTest Start()
    {
        Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
        string[] line = ["sh", "-c", "echo Welcome; printf 'You have mail: '; exec \"$@\"", "sh", .. RealPowerShell.Line];
        return new ShellUnderTest(line, Short);
    }
}
