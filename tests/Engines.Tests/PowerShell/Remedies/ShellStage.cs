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
internal sealed class ShellStage : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();

    public required Func<ShellStage, ShellUnderTest> Open { get; set; }

    public CmdletCall Call { get; init; } = new("Get-Thing", []);

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

    /// <summary>The call, in a shell that is opened for it, as another update does.</summary>
    public async Task<ImmutableArray<Fault>> TellAsync()
    {
        await using var shell = Open(this);
        var calls = new ServerCalls(shell.Session, ErrorClassifier.Instance);
        var telling = Telling.OfAsync(() => calls.ReadAsync(Call, Silence.Instance, default));
        while (Clock is not null && !telling.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await telling;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
