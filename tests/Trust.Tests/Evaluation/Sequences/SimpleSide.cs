namespace PartnerTrust.Trust.Tests.Evaluation.Sequences;

/// <summary>One server in the simple model: certificates are numbers, time is hours.</summary>
internal sealed class SimpleSide
{
    public string Realm { get; set; } = "litwareinc.com";

    public int? Previous { get; set; }

    public int? Current { get; set; }

    public int? Next { get; set; }

    public double NextFrom { get; set; }

    /// <summary>What the other side registered here: null when nothing.</summary>
    public SimpleRecord? Record { get; set; }

    public static bool Valid(int certificate, double hour) =>
        SequenceCertificates.Windows[certificate].FromDay * 24 <= hour && hour <= SequenceCertificates.Windows[certificate].ToDay * 24;

    public void Promote(double hour)
    {
        if (Next is not null && NextFrom <= hour)
        {
            (Previous, Current, Next) = (Current, Next, null);
        }
    }

    /// <summary>What signs vouches for the others: without it nothing is told.</summary>
    public HashSet<int> Published(double hour) => Current is { } current && Lasts(current, hour)
        ? new[] { Previous, Current, Next }.OfType<int>().Where(certificate => Lasts(certificate, hour)).ToHashSet()
        : [];

    private static bool Lasts(int certificate, double hour) => hour <= SequenceCertificates.Windows[certificate].ToDay * 24;
}

internal sealed class SimpleRecord
{
    public required string Realm { get; init; }

    public required HashSet<int> Keys { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>At Lync: 0 Full, 1 Application, 2 User.</summary>
    public int Level { get; set; }

    /// <summary>At Exchange.</summary>
    public bool HasAccount { get; set; } = true;
}
