using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Bindings;

/// <summary>The rules against a model that knows no slots: a diary of who was made the signer when, and what was planned.</summary>
public class CertificateHistoryTests
{
    private static readonly Gen<Entry> Entries =
        from certificate in Gen.Choose(1, 5)
        from delay in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 300)))
        from pause in Gen.Choose(0, 100)
        select new Entry(Certs.Valid(certificate), delay, pause);

    [Fact]
    public void The_signer_is_always_the_one_that_a_diary_names()
    {
        var histories =
            from product in Gen.Elements(ServerProduct.LyncServer, ServerProduct.ExchangeServer, ServerProduct.TokenServer)
            from entries in Entries.ListOf()
            from asked in Gen.Choose(0, 2_000)
            select (product, entries, asked);

        Prop.ForAll(histories.ToArbitrary(), h => Agree(h.product, h.entries, h.asked)).Check(GeneratedCases.Config(10_000));
    }

    private static bool Agree(ServerProduct product, IEnumerable<Entry> entries, int askedHours)
    {
        var (slots, now, diary) = (CertificateSlots.Empty, Certs.Now, new Diary());
        foreach (var entry in entries.Take(12))
        {
            slots = CertificateRules.Bind(slots, entry.Certificate, product, now, entry.DelayHours == 0 ? null : now.AddHours(entry.DelayHours));
            diary.Write(entry, now);
            now = now.AddHours(entry.PauseHours);
        }

        var asked = now.AddHours(askedHours);
        return Equals(diary.SignerAt(asked), CertificateRules.Signing(slots, product, asked))
            && Equals(diary.SignerAt(now), CertificateRules.Signing(slots, product, now));
    }

    private sealed record Entry(SigningCertificate Certificate, int DelayHours, int PauseHours);

    private sealed class Diary
    {
        private readonly List<(DateTimeOffset From, SigningCertificate Signer)> signers = [];

        public void Write(Entry entry, DateTimeOffset now)
        {
            var signsAlready = entry.Certificate.Equals(SignerAt(now));
            signers.RemoveAll(s => s.From > now);
            if (!signsAlready)
            {
                signers.Add((now.AddHours(entry.DelayHours), entry.Certificate));
            }
        }

        public SigningCertificate? SignerAt(DateTimeOffset time) => signers.Where(s => s.From <= time).Select(s => s.Signer).LastOrDefault();
    }
}
