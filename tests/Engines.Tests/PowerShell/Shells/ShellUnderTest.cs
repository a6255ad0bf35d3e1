using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.PowerShell.Openings;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>A session with a real PowerShell that has a few cmdlets of its own, and functions that misbehave.</summary>
internal sealed class ShellUnderTest : IAsyncDisposable
{
    public const string Server = "exch01.litwareinc.com";

    private static readonly Timeouts Limits = Timeouts.Usual with { Open = TimeSpan.FromSeconds(60), Read = TimeSpan.FromSeconds(30) };

    private readonly TemporaryDirectory directory = new();

    /// <param name="line">The command line; the PowerShell of the tests where it is null.</param>
    /// <param name="limits">The usual ones where it is null.</param>
    /// <param name="clock">By which is waited before a shell is tried; the machine's where it is null.</param>
    /// <param name="ways">How the cmdlets come into the shell; by the module alone where there are none.</param>
    public ShellUnderTest(
        IEnumerable<string>? line = null,
        Timeouts? limits = null,
        ImmutableArray<ImmutableArray<CmdletCall>>? ways = null,
        TimeProvider? clock = null)
    {
        Skip.IfNot(line is not null || RealPowerShell.Missing is null, RealPowerShell.Missing);
        var module = directory.Combine("Misbehaving.psm1");
        File.WriteAllText(module, MisbehavingModule.Text);
        var opening = new ProductOpening(ways ?? [], MisbehavingModule.Cmdlets) { Modules = ways is null ? [module] : [], Description = "nothing" };
        var target = new ShellTarget(Server, new ShellCommandLine([.. line ?? RealPowerShell.Line]), opening);
        Session = new ShellSession(target, limits ?? Limits, Notes, clock ?? TimeProvider.System);
    }

    public ShellSession Session { get; }

    public Notebook Notes { get; } = new();

    /// <summary>A folder of the test's own.</summary>
    public string Combine(string name) => directory.Combine(name);

    public Task<CallAnswer> RunAsync(string cmdlet, params IEnumerable<(string Name, CmdletValue Value)> parameters) =>
        RunAsync(new CmdletCall(cmdlet, [.. parameters.Select(parameter => new CmdletParameter(parameter.Name, parameter.Value))]));

    public Task<CallAnswer> RunAsync(CmdletCall call, CancellationToken cancellationToken = default) =>
        Session.RunAsync(call, Silence.Instance, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Session.DisposeAsync();
        directory.Dispose();
    }

    internal sealed class Notebook : ITranscript
    {
        public List<(CmdletCall Call, CallAnswer? Answer)> Calls { get; } = [];

        public void Note(string server, CmdletCall call, CallAnswer? answer)
        {
            lock (Calls)
            {
                Calls.Add((call, answer));
            }
        }
    }
}
