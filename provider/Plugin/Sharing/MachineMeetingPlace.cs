using System.Globalization;

namespace PartnerTrust.Plugin.Sharing;

/// <summary>For processes of one machine: a folder of the user's own, in which who comes first locks a file and says beside it where it listens.
/// What lies there is gone when the process is, or an hour after one that was killed.</summary>
/// <param name="directory">The folder.</param>
/// <param name="port">Where this process listens.</param>
/// <param name="time">Now.</param>
internal sealed class MachineMeetingPlace(string directory, int port, TimeProvider time) : IMeetingPlace
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private const int MostPauses = 200;

    public bool MayHaveLeader(Meeting meeting) => File.Exists(FilesOf(meeting).Card);

    public async Task<Seat?> TakeAsync(Meeting meeting, IPreviewLeader self, bool mayLead, CancellationToken cancellationToken)
    {
        try
        {
            MeetingFolder.Make(directory);
            var files = FilesOf(meeting);
            if (TryLock(files) is not { } hold)
            {
                return await FindAsync(meeting, cancellationToken);
            }

            var first = FirstSeat.Take(hold, files);
            if (!mayLead)
            {
                // What lay there was left by a process that was killed.
                first.Dispose();
                return null;
            }

            first.Show(new MeetingCard(port, meeting.Fingerprint, meeting.Servers));
            AbandonedSeats.Clear(directory, time.GetUtcNow());
            return first;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new Seat.Lonely();
        }
    }

    public INoticeBoard BoardOf(Meeting meeting) => new MachineNotices(directory, meeting.Key);

    private async Task<Seat> FindAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        for (var pauses = 0; pauses < MostPauses; pauses++)
        {
            if (MeetingCard.TryRead(FilesOf(meeting).Card) is { } card)
            {
                return Sit(meeting, card);
            }

            await Task.Delay(Pause, cancellationToken);
        }

        return new Seat.Contested();
    }

    private Seat Sit(Meeting meeting, MeetingCard first)
    {
        if (first.Fingerprint == meeting.Fingerprint)
        {
            return new Seat.Follower(new RemoteLeader(first.Port));
        }

        if (!first.Servers.Intersect(meeting.Servers, StringComparer.Ordinal).Any())
        {
            return new Seat.Lonely();
        }

        File.WriteAllBytes(FilesOf(meeting).Mark, []);
        return new Seat.Contested();
    }

    private static FileStream? TryLock(SeatFiles files)
    {
        try
        {
            return files.TakeLock();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private SeatFiles FilesOf(Meeting meeting) => new(directory, meeting.Key);

    /// <summary>What the first one says of itself.</summary>
    private sealed record MeetingCard(int Port, string Fingerprint, IReadOnlyCollection<string> Servers)
    {
        public static MeetingCard? TryRead(string path)
        {
            try
            {
                return File.ReadAllLines(path) is [var port, var fingerprint, .. var servers]
                    ? new MeetingCard(int.Parse(port, CultureInfo.InvariantCulture), fingerprint, servers)
                    : null;
            }
            catch (IOException)
            {
                return null;
            }
        }

        /// <summary>In one step, so that nobody reads half of it.</summary>
        public void Write(SeatFiles files)
        {
            File.WriteAllLines(files.NewCard, [Port.ToString(CultureInfo.InvariantCulture), Fingerprint, .. Servers]);
            File.Move(files.NewCard, files.Card, overwrite: true);
        }
    }

    private sealed class FirstSeat(FileStream hold, SeatFiles files) : Seat
    {
        public override bool IsContested => File.Exists(files.Mark);

        /// <summary>What another left there is gone.</summary>
        public static FirstSeat Take(FileStream hold, SeatFiles files)
        {
            files.Clear();
            return new FirstSeat(hold, files);
        }

        public void Show(MeetingCard said) => said.Write(files);

        protected override void Leave()
        {
            files.Clear();
            hold.Dispose();
        }
    }
}
