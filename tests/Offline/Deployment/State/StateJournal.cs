using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.State;

/// <summary>The state of a stack while a deployment runs. Resources of this run precede those that it has not reached, as dependencies precede
/// dependents. Every change is on disk before it is answered; a preview's journal has no file.</summary>
public sealed class StateJournal : IDisposable
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<int, ResourceState> slots = [];
    private readonly SortedDictionary<int, PendingOperation> pending = [];
    private readonly int firstNew;
    private readonly StateFile? file;
    private readonly FileStream? stream;
    private readonly IDisposable? hold;
    private int next;

    public StateJournal(Snapshot snapshot, ISecretCipher cipher, StateFile? file = null, FileStream? stream = null, IDisposable? hold = null)
    {
        Cipher = cipher;
        foreach (var resource in snapshot.Resources)
        {
            slots[next++] = resource;
        }

        foreach (var operation in snapshot.Pending)
        {
            pending[next++] = operation;
        }

        firstNew = next;
        Before = [.. slots.Where(slot => slot.Key < firstNew).Select(slot => new Slot(slot.Key, slot.Value))];
        Unfinished = snapshot.Pending;
        this.file = file;
        this.stream = stream;
        this.hold = hold;
    }

    public ISecretCipher Cipher { get; }

    /// <summary>What the stack held when the run began.</summary>
    public ImmutableArray<Slot> Before { get; }

    public ImmutableArray<PendingOperation> Unfinished { get; }

    public ImmutableArray<Slot> Current
    {
        get
        {
            lock (gate)
            {
                return [.. slots.Select(slot => new Slot(slot.Key, slot.Value))];
            }
        }
    }

    /// <summary>Adds a resource of this run, in the place of another one if that is given.</summary>
    public Slot Add(ResourceState state, Slot? replacing = null, int? settled = null)
    {
        lock (gate)
        {
            var slot = new Slot(next++, state);
            Apply(new JournalEntry { Put = [(slot.Key, state)], Remove = replacing is null ? [] : [replacing.Key], End = settled });
            return slot;
        }
    }

    /// <summary>Adds a resource of this run and leaves the one that it replaces to be deleted.</summary>
    public Slot AddReplacing(ResourceState state, Slot replaced, int? settled = null)
    {
        lock (gate)
        {
            var slot = new Slot(next++, state);
            Apply(new JournalEntry { Put = [(slot.Key, state), (replaced.Key, replaced.State with { Delete = true })], End = settled });
            return slot;
        }
    }

    public Slot Change(Slot slot, ResourceState state, int? settled = null)
    {
        lock (gate)
        {
            Apply(new JournalEntry { Put = [(slot.Key, state)], End = settled });
        }

        return slot with { State = state };
    }

    public void Remove(Slot slot, int? settled = null)
    {
        lock (gate)
        {
            Apply(new JournalEntry { Remove = [slot.Key], End = settled });
        }
    }

    public int Begin(string type, ResourceState resource)
    {
        lock (gate)
        {
            var key = next++;
            Apply(new JournalEntry { Begin = (key, new PendingOperation(type, resource)) });
            return key;
        }
    }

    public void Settle(int operation)
    {
        lock (gate)
        {
            Apply(new JournalEntry { End = operation });
        }
    }

    /// <summary>Forgets what an earlier run left unfinished; creations only when asked, as nobody else can know whether they happened.</summary>
    public void DropUnfinished(bool creationsToo)
    {
        lock (gate)
        {
            var dropped = pending.Where(entry => entry.Key < firstNew && (creationsToo || entry.Value.Type != "creating")).Select(entry => entry.Key)
                .ToList();
            foreach (var key in dropped)
            {
                Apply(new JournalEntry { End = key });
            }
        }
    }

    public Snapshot ToSnapshot()
    {
        lock (gate)
        {
            var ordered = slots.Where(slot => slot.Key >= firstNew).Concat(slots.Where(slot => slot.Key < firstNew));
            return new Snapshot([.. ordered.Select(slot => slot.Value)], [.. pending.Values]);
        }
    }

    /// <summary>Writes the whole state and ends the journal.</summary>
    public void Complete()
    {
        stream?.Dispose();
        file?.Write(ToSnapshot(), Cipher);
    }

    public void Dispose()
    {
        stream?.Dispose();
        hold?.Dispose();
    }

    internal void Replay(JsonNode line) => Apply(JournalEntry.Read(line, Cipher));

    private void Apply(JournalEntry entry)
    {
        if (stream is not null)
        {
            stream.Write(Encoding.UTF8.GetBytes(entry.Write(Cipher).ToJsonString() + "\n"));
            stream.Flush();
        }

        foreach (var key in entry.Remove)
        {
            slots.Remove(key);
        }

        foreach (var (key, state) in entry.Put)
        {
            slots[key] = state;
            next = Math.Max(next, key + 1);
        }

        if (entry.End is { } end)
        {
            pending.Remove(end);
        }

        if (entry.Begin is { } begin)
        {
            pending[begin.Key] = begin.Operation;
            next = Math.Max(next, begin.Key + 1);
        }
    }
}
