using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace PartnerTrust.Trust.Keys;

/// <summary>What was found out last, so that it need not be found out again, nor twice at the same time. Whoever asks about more than it holds
/// waits again; the memory stays bounded.</summary>
internal sealed class Recent<TQuestion, [DynamicallyAccessedMembers(NeededByLazy)] TAnswer>(int capacity, Func<TQuestion, TAnswer> findOut)
    where TQuestion : notnull
{
    private const DynamicallyAccessedMemberTypes NeededByLazy = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor;

    private readonly ConcurrentDictionary<TQuestion, Lazy<TAnswer>> known = new();

    public TAnswer this[TQuestion question] => Answer(question, () => findOut(question));

    /// <summary>The answer, if it is known already.</summary>
    public bool Knows(TQuestion question, [MaybeNullWhen(false)] out TAnswer answer)
    {
        var isKnown = known.TryGetValue(question, out var found) && found.IsValueCreated;
        answer = isKnown ? found!.Value : default;
        return isKnown;
    }

    /// <summary>Finds out, once asked, what is not known yet, in another way than usual.</summary>
    public void Expect(TQuestion question, Func<TAnswer> find)
    {
        if (!known.ContainsKey(question))
        {
            Keep(question, find);
        }
    }

    /// <summary>Finds out now what is not known yet, in another way than usual.</summary>
    public void Learn(TQuestion question, Func<TAnswer> find) => Answer(question, find);

    private TAnswer Answer(TQuestion question, Func<TAnswer> find) =>
        (known.TryGetValue(question, out var answer) ? answer : Keep(question, find)).Value;

    private Lazy<TAnswer> Keep(TQuestion question, Func<TAnswer> find)
    {
        if (known.Count >= capacity)
        {
            known.Clear();
        }

        return known.GetOrAdd(question, new Lazy<TAnswer>(find));
    }
}
