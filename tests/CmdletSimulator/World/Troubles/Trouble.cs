using System.Collections.Immutable;
using System.Text;
using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Troubles;

/// <summary>What befalls one call.</summary>
public abstract class Trouble
{
    /// <summary>Whether the deed is done before it befalls; otherwise it is not done at all, or not before the trouble ends.</summary>
    public bool AfterDeed { get; init; }

    /// <summary>Done with an error record instead of the deed.</summary>
    public static Trouble Error(PlayedError error) => new Instead(PlayedAnswer.Failed(error));

    /// <summary>Finds nothing, as a read that comes before replication.</summary>
    public static Trouble Nothing() => new Instead(new PlayedAnswer([]));

    /// <summary>As whoever lacks the right in Active Directory.</summary>
    public static Trouble AccessDenied() => new Denied();

    /// <summary>The process dies as by <c>kill -9</c>.</summary>
    public static Trouble Kill(bool afterDeed = false) => new Played(new PlayedRecord.Kill()) { AfterDeed = afterDeed };

    /// <summary>The process ends in order.</summary>
    public static Trouble Exit(int code, bool afterDeed = false) => new Played(new PlayedRecord.Exit(code)) { AfterDeed = afterDeed };

    /// <summary>The cmdlet sleeps in a .NET call that nothing can stop.</summary>
    public static Trouble Block(bool afterDeed = false) => new Played(new PlayedRecord.Block()) { AfterDeed = afterDeed };

    /// <summary>The connection to the world is cut without an answer.</summary>
    public static Trouble DropPipe(bool afterDeed = false) => new Dropped { AfterDeed = afterDeed };

    /// <summary>Asks whoever sits at the host.</summary>
    public static Trouble Prompt(string text = "Are you sure?") => new Played(new PlayedRecord.Prompt(text)) { GoesOn = true };

    /// <summary>Writes past PowerShell, then goes on.</summary>
    public static Trouble Noise(string text, bool toErrors = false) =>
        new Played(new PlayedRecord.Noise(toErrors, [.. Encoding.UTF8.GetBytes(text)])) { GoesOn = true };

    /// <summary>Any records before or after those of the deed, for example very many.</summary>
    public static Trouble Beside(bool afterDeed, params ImmutableArray<PlayedRecord> records) =>
        new Played([.. records]) { GoesOn = true, AfterDeed = afterDeed };

    /// <summary>Answers late.</summary>
    public static Trouble Late(TimeSpan by, bool afterDeed = false) => new Delayed(by) { AfterDeed = afterDeed };

    /// <summary>Something else happens first, for example a change behind the caller's back.</summary>
    public static Trouble Meanwhile(Func<CancellationToken, Task> work, bool afterDeed = false) => new Met(work) { AfterDeed = afterDeed };

    /// <summary>Whoever waits for the answer is cut off by what is done to him, and gets none.</summary>
    public static Trouble CutOff(Action cut, bool afterDeed = false) => new Met(async cancellationToken =>
    {
        cut();
        await Task.Delay(Timeout.Infinite, cancellationToken);
    })
    { AfterDeed = afterDeed };

    /// <summary>What is answered instead of the deed; null where the deed is to be done.</summary>
    internal abstract Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken);

    /// <summary>What becomes of the deed's answer.</summary>
    internal abstract Task<PlayedAnswer> AfterAsync(PlayedAnswer answer, CancellationToken cancellationToken);

    private sealed class Instead(PlayedAnswer answer) : Trouble
    {
        internal override Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken) =>
            Task.FromResult(AfterDeed ? null : answer)!;

        internal override Task<PlayedAnswer> AfterAsync(PlayedAnswer deed, CancellationToken cancellationToken) => Task.FromResult(answer);
    }

    private sealed class Denied : Trouble
    {
        internal override Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken) =>
            Task.FromResult<PlayedAnswer?>(PlayedAnswer.Failed(WorldErrors.AccessDenied(call)));

        internal override Task<PlayedAnswer> AfterAsync(PlayedAnswer answer, CancellationToken cancellationToken) => Task.FromResult(answer);
    }

    private sealed class Played(params ImmutableArray<PlayedRecord> records) : Trouble
    {
        /// <summary>Whether the shell lives on and the deed is done.</summary>
        public bool GoesOn { get; init; }

        internal override Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken) =>
            Task.FromResult(AfterDeed || GoesOn ? null : new PlayedAnswer(records));

        internal override Task<PlayedAnswer> AfterAsync(PlayedAnswer answer, CancellationToken cancellationToken) =>
            Task.FromResult(GoesOn && AfterDeed ? answer.After(records) : answer.Before(records));
    }

    private sealed class Dropped : Trouble
    {
        internal override Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken) =>
            AfterDeed ? Task.FromResult<PlayedAnswer?>(null) : throw new PipeDroppedException();

        internal override Task<PlayedAnswer> AfterAsync(PlayedAnswer answer, CancellationToken cancellationToken) => throw new PipeDroppedException();
    }

    private sealed class Delayed(TimeSpan by) : Trouble
    {
        internal override async Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken)
        {
            await Task.Delay(AfterDeed ? TimeSpan.Zero : by, cancellationToken);
            return null;
        }

        internal override async Task<PlayedAnswer> AfterAsync(PlayedAnswer answer, CancellationToken cancellationToken)
        {
            await Task.Delay(AfterDeed ? by : TimeSpan.Zero, cancellationToken);
            return answer;
        }
    }

    private sealed class Met(Func<CancellationToken, Task> work) : Trouble
    {
        internal override async Task<PlayedAnswer?> BeforeAsync(PlayedCall call, CancellationToken cancellationToken)
        {
            await (AfterDeed ? Task.CompletedTask : work(cancellationToken));
            return null;
        }

        internal override async Task<PlayedAnswer> AfterAsync(PlayedAnswer answer, CancellationToken cancellationToken)
        {
            await (AfterDeed ? work(cancellationToken) : Task.CompletedTask);
            return answer;
        }
    }
}
