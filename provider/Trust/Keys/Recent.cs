using System.Collections.Concurrent;

namespace PartnerTrust.Trust.Keys;

/// <summary>What was found out last, so that it need not be found out again. Whoever asks about more than it holds waits again; the memory stays
/// bounded.</summary>
internal sealed class Recent<TQuestion, TAnswer>(int capacity, Func<TQuestion, TAnswer> findOut)
    where TQuestion : notnull
{
    private readonly ConcurrentDictionary<TQuestion, TAnswer> known = new();

    public TAnswer this[TQuestion question]
    {
        get
        {
            if (known.TryGetValue(question, out var answer))
            {
                return answer;
            }

            if (known.Count >= capacity)
            {
                known.Clear();
            }

            return known.GetOrAdd(question, findOut);
        }
    }
}
