using Google.Protobuf;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Previews;

/// <summary>The preview that this process serves, if any (design.md 5). It begins with the first planned operation. It ends with the first real
/// one, and when a resource is declared a second time: then the run is another. (The engine starts a process for each; a host need not.)</summary>
public sealed class PreviewScope(ProviderSession session) : IDisposable
{
    /// <summary>What is said, once a preview, where the servers cannot be read.</summary>
    public const string CannotTell = "This preview cannot tell whether the trust will work.";

    private readonly SemaphoreSlim opening = new(1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, ByteString> declarations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StandingCheck> standing = new(StringComparer.Ordinal);
    private PlannedTrust? planned;
    private bool isUnprovable;
    private bool isBeyondRealOperations;
    private bool hasWritten;
    private bool isUnproved;
    private bool isCutShort;

    /// <summary>Whether somebody who is configured otherwise plans for the same servers.</summary>
    public Func<bool> IsContested { get; set; } = () => false;

    /// <summary>What functions have answered with in this preview, where only the update knows.</summary>
    internal Placeholders Placeholders { get; private set; } = new();

    /// <summary>How near an end may come before it is told.</summary>
    internal RenewalHorizon Horizon { get; private set; } = new();

    /// <summary>Whether nothing was planned, refused or done: the servers are as they will be.</summary>
    internal bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return planned is null && !isCutShort && !isUnprovable && !hasWritten;
            }
        }
    }

    /// <summary>The trust as planned so far; null before the first planned operation, and where previews prove nothing.</summary>
    public PlannedTrust? Planned
    {
        get
        {
            lock (gate)
            {
                return planned;
            }
        }
    }

    /// <summary>Whether what the session's engine to plan with says of a server's document is what the update will find when it comes there. False
    /// where something was planned that could not be done to a copy.</summary>
    /// <param name="server">Null for a server that is none of the configured ones.</param>
    public bool Foretells(string? server)
    {
        lock (gate)
        {
            return planned is { } plan ? plan.GapInDocumentOf(server) is null : !isUnproved;
        }
    }

    /// <summary>The checks that the update does not run.</summary>
    internal IReadOnlyCollection<StandingCheck> Standing
    {
        get
        {
            lock (gate)
            {
                return [.. standing.Values];
            }
        }
    }

    /// <summary>The URN of some resource that the program declares; null where it declared none.</summary>
    internal string? Declared
    {
        get
        {
            lock (gate)
            {
                return declarations.Keys.FirstOrDefault();
            }
        }
    }

    /// <summary>A check stays as it is, for all that its own inputs tell.</summary>
    internal void Stand(StandingCheck check)
    {
        lock (gate)
        {
            standing[check.Urn] = check;
        }
    }

    /// <summary>The trust as planned, once all is; null where nothing was planned, not all can be, or not all is yet.</summary>
    internal PlannedTrust? Whole
    {
        get
        {
            lock (gate)
            {
                return isCutShort || planned is { IsUnderWay: true } ? null : planned;
            }
        }
    }

    /// <summary>Something is refused, so that the program does not come to its end.</summary>
    internal void CutShort()
    {
        lock (gate)
        {
            isCutShort = true;
        }
    }

    /// <summary>A registration begins. Its seed is the same for as long as it lasts, and another in every run (pulumi-protocol.md 2.1).</summary>
    public void Declare(string urn, ByteString seed)
    {
        lock (gate)
        {
            if (declarations.TryGetValue(urn, out var before) && before != seed)
            {
                Forget();
                declarations.Clear();
                standing.Clear();
                Horizon = new RenewalHorizon();
                isCutShort = false;
                isBeyondRealOperations = false;
                hasWritten = false;
            }

            declarations[urn] = seed;
        }
    }

    /// <summary>Null when previews are not to prove anything, or cannot: then the user is told once, at the resource that was to be
    /// planned.</summary>
    /// <param name="urn">That resource; empty for a function.</param>
    /// <param name="cancellationToken">Ends the wait for it.</param>
    public async Task<PlannedTrust?> BeginAsync(string urn, CancellationToken cancellationToken)
    {
        if (session.Installation.Proof == PreviewProof.Off && session.Environment.Plan is null)
        {
            LeaveUnproved();
            return null;
        }

        await opening.WaitAsync(cancellationToken);
        try
        {
            if (Planned is null && !isUnprovable)
            {
                await OpenAsync(urn, cancellationToken);
            }

            return Planned;
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>A real operation begins: what was planned is no plan any more.</summary>
    public void End()
    {
        Restart();
        lock (gate)
        {
            hasWritten = true;
        }
    }

    /// <summary>Other settings count from now on: what was planned was for other servers.</summary>
    public void Restart()
    {
        lock (gate)
        {
            Forget();
            isBeyondRealOperations = true;
        }
    }

    public void Dispose()
    {
        planned?.Dispose();
        opening.Dispose();
    }

    private void LeaveUnproved()
    {
        lock (gate)
        {
            isUnproved = true;
        }
    }

    private async Task OpenAsync(string urn, CancellationToken cancellationToken)
    {
        try
        {
            var engine = await session.OpenEngineAsync(cancellationToken);
            var installation = session.Installation;
            var options = new ShadowOptions([.. installation.Servers.Values], installation.Mailboxes) { MakeKey = session.Environment.MakeKey };
            var shadow = ShadowEngine.Over(engine, options, session.Time);
            lock (gate)
            {
                planned = new PlannedTrust(shadow, engine.Commands, installation, session.Time) { IsContested = () => IsContested() };
                ForgetDeclarationsBut(urn);
            }
        }
        catch (FaultException refusal)
        {
            isUnprovable = true;
            LeaveUnproved();
            await session.Link.WarnAsync(urn, $"{CannotTell} {refusal.Message}", cancellationToken);
        }
    }

    /// <summary>A plan after real operations belongs to a run of its own: what the last one declared says nothing about it.</summary>
    private void ForgetDeclarationsBut(string urn)
    {
        if (isBeyondRealOperations)
        {
            isBeyondRealOperations = false;
            var seed = declarations.GetValueOrDefault(urn, ByteString.Empty);
            declarations.Clear();
            declarations[urn] = seed;
        }
    }

    /// <summary>Planned operations that still run may finish on the copy; it holds nothing but memory.</summary>
    private void Forget()
    {
        planned = null;
        Placeholders = new Placeholders();
        isUnprovable = false;
        isUnproved = false;
    }
}
