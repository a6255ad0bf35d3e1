using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Shells;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>A command line that leads to a shell or to none, with a folder for the files that decide it.</summary>
/// <param name="usual">The shell to which the usual command line leads.</param>
internal sealed class ShellStage(SharedShell usual) : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private (Func<ShellStage, ShellUnderTest> By, ShellUnderTest Shell)? opened;

    /// <summary>Where another shell than the usual one is asked for; null for that.</summary>
    public Func<ShellStage, ShellUnderTest>? Open { get; set; }

    public CmdletCall Call { get; set; } = new("Get-Thing", []);

    /// <summary>Passes while a shell is waited for; null for the machine's.</summary>
    public FakeTimeProvider? Clock { get; set; }

    public string Combine(string name) => folder.Combine(name);

    public ShellStage Write(string name, string text)
    {
        File.WriteAllText(Combine(name), text);
        return this;
    }

    /// <summary>In the folder, with an answer to whatever it asks.</summary>
    public async Task RunByHandAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.Path,
            Environment = { ["ANSWER"] = "yes" },
        })!;
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>The call, in the shell to which the command line leads by now.</summary>
    public async Task<ImmutableArray<Fault>> TellAsync()
    {
        var shell = Open is null ? usual.Shell : await OpenAsync(Open);
        var calls = new ServerCalls(shell.Session, ErrorClassifier.Instance);
        var telling = Telling.OfAsync(() => calls.ReadAsync(Call, Silence.Instance, default));
        while (Clock is not null && !telling.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await telling;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        folder.Dispose();
    }

    private async Task<ShellUnderTest> OpenAsync(Func<ShellStage, ShellUnderTest> open)
    {
        if (opened?.By != open)
        {
            await CloseAsync();
            opened = (open, open(this));
        }

        return opened!.Value.Shell;
    }

    private async Task CloseAsync()
    {
        if (opened is { Shell: var shell })
        {
            opened = null;
            await shell.DisposeAsync();
        }
    }
}
