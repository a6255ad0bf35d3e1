using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Tests.Foresight.Installations;

/// <summary>Certificates and dates within fourteen months of now, on both sides; some coincide, or follow one another by a second.</summary>
internal sealed class RandomTimes(Random random)
{
    private const int Minutes = 14 * 30 * 24 * 60;

    private readonly List<DateTimeOffset> drawn = [];
    private int certificates;

    public bool Happens(int percent) => random.Next(100) < percent;

    /// <summary>One that is valid now, or not, or not yet.</summary>
    /// <param name="begun">In so many of a hundred cases it has begun.</param>
    public SigningCertificate Certificate(int begun = 95)
    {
        var begins = Happens(begun) ? Past() : Ahead();
        var ends = Happens(3) ? Past() : Happens(15) ? Certs.Now.AddYears(3) : Ahead();
        return Certs.Described(++certificates, begins, ends, keySize: Happens(1) ? 1024 : 2048);
    }

    /// <summary>The same certificate, sometimes read wrongly: then the copy decides, and has times of its own.</summary>
    public SigningCertificate Copy(SigningCertificate certificate) =>
        Happens(85) ? certificate : certificate with { NotBefore = Happens(80) ? Past() : Ahead(), NotAfter = Happens(90) ? Ahead() : Past() };

    public DateTimeOffset Ahead() => Drawn(Certs.Now.AddMinutes(random.Next(Minutes)));

    private DateTimeOffset Past() => Drawn(Certs.Now.AddMinutes(-random.Next(Minutes)));

    private DateTimeOffset Drawn(DateTimeOffset fresh)
    {
        var neighbours = Happens(30) ? drawn.FindAll(time => time > Certs.Now == fresh > Certs.Now) : [];
        var time = neighbours.Count > 0
            ? neighbours[random.Next(neighbours.Count)].AddSeconds(random.Next(-1, 2)).AddMinutes(Happens(30) ? 5 : 0)
            : fresh.AddMilliseconds(Happens(10) ? random.Next(60_000) : 0);
        drawn.Add(time);
        return time;
    }
}
