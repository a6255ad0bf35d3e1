using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>Why tokens were refused, found again by the request's id as in a server's log. Kept only while someone waits for it.</summary>
internal sealed class Refusals
{
    /// <summary>The header by which clients name their requests.</summary>
    public const string RequestIdHeader = "client-request-id";

    private readonly ConcurrentDictionary<string, TokenValidation?> watched = new(StringComparer.Ordinal);

    public Watch Begin()
    {
        var id = Guid.NewGuid().ToString();
        watched[id] = null;
        return new Watch(this, id);
    }

    public void Note(string requestId, TokenValidation validation)
    {
        if (requestId.Length > 0 && watched.ContainsKey(requestId))
        {
            watched[requestId] = validation;
        }
    }

    /// <summary>One request that is being waited for.</summary>
    internal sealed class Watch(Refusals owner, string requestId) : IDisposable
    {
        public string RequestId => requestId;

        public bool TryGet([NotNullWhen(true)] out TokenValidation? validation) =>
            owner.watched.TryGetValue(requestId, out validation) && validation is not null;

        public void Dispose() => owner.watched.TryRemove(requestId, out _);
    }
}
