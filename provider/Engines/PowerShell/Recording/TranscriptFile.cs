using System.Globalization;
using System.Text;
using PartnerTrust.Engines.Files;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Recording;

/// <summary>Every call that was run, a line each in a file that only grows: <c>time server milliseconds outcome: the call</c>. Several processes may
/// write to it at once. Secrets are not in it (<see cref="CallText"/>).</summary>
/// <param name="path">Made, with its folder, when the first call is noted; readable by its owner alone.</param>
/// <param name="clock">By which the calls are dated.</param>
public sealed class TranscriptFile(string path, TimeProvider clock) : ITranscript
{
    /// <exception cref="FaultException">It cannot be written: then nothing more is to be run.</exception>
    public void Note(string server, CmdletCall call, CallAnswer? answer)
    {
        var line = Line(server, call, answer) + "\n";
        try
        {
            SharedFile.Add(Open, Encoding.UTF8.GetBytes(line));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultCatalogue.TranscriptUnwritable(path, unwritable.Message), unwritable);
        }
    }

    private FileStream Open()
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = SharedFile.Share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private string Line(string server, CmdletCall call, CallAnswer? answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{clock.GetUtcNow().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'} {server} {Milliseconds(answer)} {CallOutcome.Of(answer)}: {CallText.Of(call)}");

    private static string Milliseconds(CallAnswer? answer) =>
        answer is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{answer.Duration.TotalMilliseconds:0} ms");
}
