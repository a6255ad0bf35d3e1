using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.StackFiles;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>Tells of a trust by the files that Pulumi writes, and asks no server.</summary>
internal sealed class StackFileObserver(CommandSurroundings around)
{
    public const string BeforeOption = "--before";
    public const string AfterOption = "--after";

    private const string Input = "-";

    private DateTimeOffset Now { get; } = around.Time.GetUtcNow();

    /// <param name="path">Of a stack's state; <c>-</c> for the input.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FaultException">The file cannot be read, or is another (PT1016).</exception>
    public async Task<Observation> ReadStateAsync(string path, CancellationToken cancellationToken)
    {
        var text = await ReadAsync(SourceOptions.StateOption, path, cancellationToken);
        return Of($"the state in {Named(path)}", StackTrust.Of(StackFile.Read(text, Now), Now));
    }

    /// <summary>What a planned update makes of the trust.</summary>
    /// <param name="before">File of the stack's state; null where it is not at hand.</param>
    /// <param name="after">File of what <c>pulumi preview --json</c> writes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="FaultException">A file cannot be read, or is another (PT1016).</exception>
    public async Task<(Observation Before, Observation After)> ReadChangeAsync(string? before, string after, CancellationToken cancellationToken)
    {
        var state = before is null ? null : await ReadAsync(BeforeOption, before, cancellationToken);
        var preview = await ReadAsync(AfterOption, after, cancellationToken);
        var changes = StackChange.Of(state, preview, Now);
        var digest = PreviewDigest.Read(preview);
        var (told, open) = (changes.RemoveAll(change => change.IsOpen), changes.RemoveAll(change => !change.IsOpen));
        var (was, becomes) = (
            StackTrust.Of([.. told.Select(change => change.Before).OfType<StackInstallation>()], Now),
            StackTrust.Of([.. told.Select(change => change.After).OfType<StackInstallation>()], Now));
        return (
            Of(before is null ? $"what {Named(after)} tells of it" : $"the state in {Named(before)}", was),
            Of($"the preview in {Named(after)}", becomes with
            {
                Untold = [.. becomes.Untold, .. open.Select(change => change.OpenText), .. FailuresIn(digest)],
            }) with
            {
                Proven = digest.Verdicts,
            });
    }

    private Observation Of(string source, StackTrust trust) => new(source, trust.State, Now)
    {
        Untold = trust.Untold,
        Sights =
        [
            .. trust.Checks.Where(check => check.Succeeded is false).Select(check => new Sight(
                check.Request.NamedTarget ?? check.Request.Server,
                Severity.Critical,
                FaultCatalogue.CheckFailedBefore(check.Name, check.FailedStep, check.Code),
                $"{check.Request.Server} could not write to the mailbox of {check.Request.SipUri} then.")),
        ],
    };

    private static IEnumerable<string> FailuresIn(PreviewDigest preview) =>
        preview.Errors.Take(1).Select(error => $"The preview failed, so that what it plans is not all: {error}");

    private static string Named(string path) => path == Input ? "the input" : path;

    /// <summary>Shells write files in UTF-8 or, as Windows PowerShell does, in UTF-16 with a byte order mark.</summary>
    private async Task<StackText> ReadAsync(string option, string path, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = path == Input ? around.Input() : new StreamReader(path);
            return new StackText(option, Named(path), await reader.ReadToEndAsync(cancellationToken));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FaultException(FaultCatalogue.FileUnreadable(option, path, unreadable.Message.TrimEnd('.')), unreadable);
        }
    }
}
