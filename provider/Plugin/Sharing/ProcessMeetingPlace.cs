namespace PartnerTrust.Plugin.Sharing;

/// <summary>For sessions of one process, to which an engine attaches once for each provider resource.</summary>
internal sealed class ProcessMeetingPlace : IMeetingPlace
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, FirstSeat> taken = new(StringComparer.Ordinal);
    private readonly List<Board> boards = [];

    public Task<Seat?> TakeAsync(Meeting meeting, IPreviewLeader self, bool mayLead, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (taken.TryGetValue(meeting.Key, out var first))
            {
                return Task.FromResult<Seat?>(first.Welcome(meeting));
            }

            return Task.FromResult<Seat?>(mayLead ? taken[meeting.Key] = new FirstSeat(this, meeting, self) : null);
        }
    }

    public bool MayHaveLeader(Meeting meeting)
    {
        lock (gate)
        {
            return taken.ContainsKey(meeting.Key);
        }
    }

    public INoticeBoard BoardOf(Meeting meeting) => new Board(this, meeting.Key);

    private void Leave(string key)
    {
        lock (gate)
        {
            taken.Remove(key);
        }
    }

    private sealed class FirstSeat(ProcessMeetingPlace place, Meeting meeting, IPreviewLeader self) : Seat
    {
        private volatile bool isContested;

        public override bool IsContested => isContested;

        public Seat Welcome(Meeting other)
        {
            if (other.Fingerprint == meeting.Fingerprint)
            {
                return new Follower(self);
            }

            if (!other.Servers.Intersect(meeting.Servers, StringComparer.Ordinal).Any())
            {
                return new Lonely();
            }

            isContested = true;
            return new Contested();
        }

        protected override void Leave() => place.Leave(meeting.Key);
    }

    private sealed class Board(ProcessMeetingPlace place, string key) : INoticeBoard
    {
        private readonly Dictionary<string, string> posted = new(StringComparer.OrdinalIgnoreCase);

        public void Post(string topic, string text)
        {
            lock (place.gate)
            {
                if (posted.Count == 0)
                {
                    place.boards.Add(this);
                }

                posted[topic] = text;
            }
        }

        public string? Find(string topic)
        {
            lock (place.gate)
            {
                return place.boards.Where(board => board.IsOf(key))
                    .Select(board => board.posted.GetValueOrDefault(topic))
                    .FirstOrDefault(text => text is not null);
            }
        }

        public void Dispose()
        {
            lock (place.gate)
            {
                place.boards.Remove(this);
            }
        }

        private bool IsOf(string meeting) => key == meeting;
    }
}
