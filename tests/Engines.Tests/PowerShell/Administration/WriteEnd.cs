using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Administration;

/// <summary>What became of a write, whatever it wrote.</summary>
internal sealed record WriteEnd(string Kind, object? Now, ImmutableArray<Fault> Faults, bool IsSeen)
{
    public static async Task<WriteEnd> OfAsync<T>(Task<WriteOutcome<T>> write)
        where T : class => await write switch
        {
            WriteOutcome<T>.Done done => new WriteEnd("done", done.Now, done.Remarks, true),
            WriteOutcome<T>.Refused refused => new WriteEnd("refused", null, refused.Faults, false),
            WriteOutcome<T>.Interrupted interrupted => new WriteEnd("interrupted", interrupted.Seen?.Found, [interrupted.Fault], interrupted.Seen is not null),
            _ => throw new InvalidOperationException(),
        };
}
