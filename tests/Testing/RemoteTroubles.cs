using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Testing;

/// <summary>What befalls the writes of an engine that reaches its servers call by call. Each trouble is met once.</summary>
public sealed class RemoteTroubles
{
    private readonly Queue<Trouble> next = new();

    public enum Trouble
    {
        /// <summary>The call never reached the server: nothing happened.</summary>
        NotSent,

        /// <summary>It was done, and the answer was lost; a look afterwards showed what is there.</summary>
        AnswerLostAndSeen,

        /// <summary>It was done, and the answer was lost; nobody could look.</summary>
        AnswerLost,

        /// <summary>It was not done, and nobody could look.</summary>
        LostOnTheWay,
    }

    public static Fault Fault { get; } = FaultCatalogue.WriteInterrupted("the server", "A write", "the connection ended.");

    public void Expect(params Trouble[] troubles)
    {
        foreach (var trouble in troubles)
        {
            next.Enqueue(trouble);
        }
    }

    internal Trouble? Take() => next.TryDequeue(out var trouble) ? trouble : null;
}
