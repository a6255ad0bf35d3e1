using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Recording;

public sealed class TranscriptFileTests : IDisposable
{
    private static readonly CmdletCall Call = new("Set-AuthConfig", [new CmdletParameter("Force", new CmdletValue.Switch(true))]);

    private readonly TemporaryDirectory directory = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task Each_call_is_a_line_with_server_duration_and_outcome()
    {
        var path = directory.Combine("folder/transcript.txt");
        var transcript = new TranscriptFile(path, clock);

        transcript.Note("ex1", Call, new CallAnswer(CallEnding.Done, TimeSpan.FromMilliseconds(212.4)));
        transcript.Note("ex1", Call, null);
        transcript.Note("ex1", Call, Failed("[Server=EX1] [FailureCategory=Cmdlet-X] 1082ECE3,Microsoft.Exchange.Y", "InvalidOperation", "X"));
        transcript.Note("ex1", Call, Failed("what a script said: geheim", "OperationStopped", "RuntimeException"));

        Assert.Equal(
            [
                "2026-03-01T08:00:00Z ex1 212 ms done: Set-AuthConfig -Force",
                "2026-03-01T08:00:00Z ex1 - no answer: Set-AuthConfig -Force",
                "2026-03-01T08:00:00Z ex1 1 ms failed (InvalidOperation, X, 1082ECE3): Set-AuthConfig -Force",
                "2026-03-01T08:00:00Z ex1 1 ms failed (OperationStopped, RuntimeException, -): Set-AuthConfig -Force",
            ],
            await File.ReadAllLinesAsync(path));
    }

    [Fact]
    public async Task Several_processes_add_to_it()
    {
        var path = directory.Combine("transcript.txt");
        await File.WriteAllTextAsync(path, "what was there\n");

        Parallel.For(0, 200, _ => new TranscriptFile(path, clock).Note("ex1", Call, null));

        var lines = await File.ReadAllLinesAsync(path);
        Assert.Equal("what was there", lines[0]);
        Assert.Equal(200, lines.Skip(1).Count(line => line == "2026-03-01T08:00:00Z ex1 - no answer: Set-AuthConfig -Force"));
    }

    [Fact]
    public void One_that_cannot_be_written_is_a_fault()
    {
        var refused = Assert.Throws<FaultException>(() => new TranscriptFile(directory.Combine(""), clock).Note("ex1", Call, null));

        Assert.Equal("PT8128", refused.Faults[0].Code);
    }

    [SkippableFact]
    public void A_full_disk_is_a_fault()
    {
        Skip.IfNot(File.Exists("/dev/full"), "There is no /dev/full, where every disk is full.");

        var refused = Assert.Throws<FaultException>(() => new TranscriptFile("/dev/full", clock).Note("ex1", Call, null));

        Assert.Equal("PT8128", refused.Faults[0].Code);
    }

    [Fact]
    public void Its_owner_alone_can_read_it()
    {
        var path = directory.Combine("transcript.txt");

        new TranscriptFile(path, clock).Note("ex1", Call, null);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }

    private static CallAnswer Failed(string id, string category, string reason) => new(CallEnding.Failed, TimeSpan.FromMilliseconds(1))
    {
        Errors = [new CmdletError(id, category, reason, "", [reason], "geheim", 0)],
    };
}
