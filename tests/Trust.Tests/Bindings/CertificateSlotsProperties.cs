using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Bindings;

/// <summary>Random sequences of binding, staging, publishing and waiting, held against a list of who signed when.</summary>
public class CertificateSlotsProperties
{
    private static readonly Gen<Operation> Operations =
        from kind in Gen.Choose(0, 5)
        from certificate in Gen.Choose(1, 4)
        from hours in Gen.Choose(1, 200)
        select new Operation(kind, Certs.Valid(certificate), hours);

    [Fact]
    public void What_signed_last_is_never_dropped_by_binding() => Holds((before, operation, after, product, now) =>
        operation.Kind > 2
        || CertificateRules.At(before, product, now).Current is not { } signed
        || signed.Equals(after.Current) || signed.Equals(after.Previous));

    [Fact]
    public void Promotion_is_idempotent() => Holds((_, operation, after, product, now) =>
    {
        var later = now.AddHours(operation.Hours);
        var promoted = CertificateRules.At(after, product, later);
        return promoted == CertificateRules.At(promoted, product, later);
    });

    [Fact]
    public void Promoting_in_two_steps_is_promoting_in_one() => Holds((_, operation, after, product, now) =>
    {
        var later = now.AddHours(operation.Hours);
        return CertificateRules.At(after, product, later)
            == CertificateRules.At(CertificateRules.At(after, product, now.AddHours(operation.Hours / 2.0)), product, later);
    });

    [Fact]
    public void Binding_twice_is_binding_once() => Holds((_, operation, after, product, now) =>
        operation.Kind > 1 || after == CertificateRules.Bind(after, operation.Certificate, product, now, null));

    [Fact]
    public void No_certificate_stands_in_two_places() => Holds((_, _, after, _, _) =>
        (after.Current is null || !after.Current.Equals(after.Next)) && (after.Next is null) == (after.NextEffectiveDate is null));

    [Fact]
    public void Whatever_signs_is_published() => Holds((_, operation, after, product, now) =>
    {
        var later = now.AddHours(operation.Hours);
        return CertificateRules.Signing(after, product, later) is not { } signer
            || later > signer.NotAfter || CertificateRules.Published(after, product, later).Contains(signer);
    });

    [Fact]
    public void Whatever_validates_is_valid_and_published_as_long_as_anything_is() => Holds((_, operation, after, product, now) =>
    {
        var later = now.AddHours(operation.Hours);
        var published = CertificateRules.Published(after, product, later);
        return CertificateRules.Validating(after, product, later).All(c => c.IsValidAt(later) && (published.IsEmpty || published.Contains(c)));
    });

    [Fact]
    public void Nothing_is_published_without_an_unexpired_certificate_that_signs() => Holds((_, operation, after, product, now) =>
    {
        var later = now.AddHours(operation.Hours);
        var signs = CertificateRules.Signing(after, product, later) is { } signer && later <= signer.NotAfter;
        return signs != CertificateRules.Published(after, product, later).IsEmpty;
    });

    private static void Holds(Func<CertificateSlots, Operation, CertificateSlots, ServerProduct, DateTimeOffset, bool> property)
    {
        var sequences =
            from product in Gen.Elements(Enum.GetValues<ServerProduct>())
            from operations in Operations.ListOf()
            select (product, operations);
        Prop.ForAll(sequences.ToArbitrary(), s => Run(s.product, s.operations, property)).Check(GeneratedCases.Config(300));
    }

    private static bool Run(
        ServerProduct product,
        IEnumerable<Operation> operations,
        Func<CertificateSlots, Operation, CertificateSlots, ServerProduct, DateTimeOffset, bool> property)
    {
        var (slots, now) = (CertificateSlots.Empty, Certs.Now);
        foreach (var operation in operations)
        {
            var after = Apply(slots, operation, product, now);
            if (!property(slots, operation, after, product, now))
            {
                return false;
            }

            slots = after;
            now = operation.Kind == 5 ? now.AddHours(operation.Hours) : now;
        }

        return true;
    }

    private static CertificateSlots Apply(CertificateSlots slots, Operation operation, ServerProduct product, DateTimeOffset now)
    {
        try
        {
            return operation.Kind switch
            {
                0 or 1 => CertificateRules.Bind(slots, operation.Certificate, product, now, null),
                2 => CertificateRules.Bind(slots, operation.Certificate, product, now, now.AddHours(operation.Hours)),
                3 => CertificateRules.PublishNow(CertificateRules.At(slots, product, now), "mail.litwareinc.com", now),
                4 => CertificateRules.ClearPrevious(CertificateRules.At(slots, product, now)),
                _ => slots,
            };
        }
        catch (FaultException)
        {
            return slots;
        }
    }

    private sealed record Operation(int Kind, SigningCertificate Certificate, int Hours);
}
