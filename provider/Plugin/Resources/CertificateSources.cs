using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The <c>source</c> of a certificate binding.</summary>
internal static class CertificateSources
{
    private static readonly string[] Kinds = ["thumbprint", "pfxFile", "pfx", "generate"];

    /// <summary>Which of the four is set; null while none is.</summary>
    public static string? KindOf(PropertyMap inputs) => inputs.Map("source") is { } source ? Kinds.FirstOrDefault(source.Has) : null;

    public static void Check(ResourceCheck check)
    {
        if (check.Inputs.Map("source") is not { } source || check.ExactlyOne(source, "source", Kinds) is not { } kind)
        {
            return;
        }

        if (source.Has("pfxPassword") && kind is not ("pfx" or "pfxFile"))
        {
            check.Refuse(FaultCatalogue.NeedsOther("source.pfxPassword", "source.pfx or source.pfxFile"));
        }

        switch (kind)
        {
            case "thumbprint" when source.TryText(kind, out var text) && !Thumbprint.TryParse(text, out _):
                check.Refuse(FaultCatalogue.ThumbprintInvalid(text));
                break;
            case "pfx" or "pfxFile":
                CheckFile(check, source, kind);
                break;
            case "generate" when source.Map(kind) is { } generate:
                CheckWish(check, generate);
                break;
        }
    }

    /// <summary>The certificate in the given file or text; null for other sources, and while it is unknown or unreadable.</summary>
    public static SigningCertificate? Read(PropertyMap inputs, ProviderSession session)
    {
        try
        {
            return inputs.Map("source") is { } source && KindOf(inputs) is "pfx" or "pfxFile"
                ? session.Certificates.Find(source, session.Environment)?.Certificate
                : null;
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <summary>The certificate that is given, by its thumbprint or in a file or text; null for a generated one, and while it is not known.</summary>
    public static Thumbprint? Named(PropertyMap inputs, ProviderSession session) =>
        Thumbprint.TryParse(inputs.Map("source")?.Text("thumbprint"), out var stored) ? stored : Read(inputs, session)?.Thumbprint;

    public static CertificateSource Of(PropertyMap inputs, ProviderSession session)
    {
        var source = inputs.Map("source")!;
        if (source.Map("generate") is { } generate)
        {
            return GeneratedCertificates.Of(generate, session.Installation.Find(inputs.Text("server"))!);
        }

        return source.TryText("thumbprint", out var text)
            ? new CertificateSource.Stored(Thumbprint.TryParse(text, out var stored) ? stored : throw new FaultException(FaultCatalogue.ThumbprintInvalid(text)))
            : new CertificateSource.Imported([.. CertificateFiles.Content(source, session.Environment)!], source.Text("pfxPassword"));
    }

    public static PropertyMap Foresee(PropertyMap inputs) =>
        inputs.Map("source") is { } source && Thumbprint.TryParse(source.Text("thumbprint"), out var thumbprint)
            ? PropertyMap.Of(("thumbprint", thumbprint.Hex), ("x5t", thumbprint.X5t))
            : PropertyMap.Empty;

    /// <summary>What a program would write to have what is bound: a generated certificate as a wish, any other by its thumbprint.</summary>
    public static PropertyMap Import(Server server, CertificateBindingRecord record)
    {
        var bound = BoundCertificate.Of(record.Slots, null);
        var source = record.Generated is true
            ? PropertyMap.Of(("generate", PropertyMap.Of(
                ("subject", bound.Certificate.Subject),
                ("keySize", bound.Certificate.KeySize),
                ("validityDays", (int)Math.Round((bound.Certificate.NotAfter - bound.Certificate.NotBefore).TotalDays)))))
            : PropertyMap.Of(("thumbprint", bound.Certificate.Thumbprint.Hex));
        return PropertyMap.Of(("server", server.Fqdn), ("source", source))
            .SetIf("effectiveDate", bound.IsNext && record.Slots.NextEffectiveDate is { } date ? Instant.Format(date) : null);
    }

    /// <summary>The inputs as the server now has them. An operator's own roll satisfies a wish that it is within; a thumbprint names one
    /// certificate; what a file held shows in the outputs alone.</summary>
    public static PropertyMap Drift(PropertyMap inputs, SigningCertificate bound)
    {
        if (inputs.Map("source") is not { } source)
        {
            return inputs;
        }

        if (source.Map("generate") is { } generate && bound.KeySize < GeneratedCertificates.KeySize(generate))
        {
            return inputs.Set("source", inputs["source"].Map(_ =>
                source.Set("generate", source["generate"].Map(_ => generate.Set("keySize", bound.KeySize)))));
        }

        return source.Has("thumbprint") ? inputs.Overlaid(PropertyMap.Of(("source", PropertyMap.Of(("thumbprint", bound.Thumbprint.Hex))))) : inputs;
    }

    private static void CheckFile(ResourceCheck check, PropertyMap source, string kind)
    {
        try
        {
            if (check.Session.Certificates.Find(source, check.Session.Environment) is { } read)
            {
                check.Refuse(CertificateRules.Validate(read.Certificate, read.HasPrivateKey, check.Now), $"source.{kind}");
            }
        }
        catch (FaultException refusal)
        {
            foreach (var fault in refusal.Faults)
            {
                check.Refuse(fault.Property == "source.pfxPassword" ? fault : fault.At($"source.{kind}"));
            }
        }
    }

    private static void CheckWish(ResourceCheck check, PropertyMap generate)
    {
        if (CertificateGenerator.Validate(GeneratedCertificates.KeySize(generate), GeneratedCertificates.ValidityDays(generate)) is { } fault)
        {
            check.Refuse(fault);
        }

        if (generate.TryText("subject", out var subject) && CertificateGenerator.ValidateSubject(subject) is { } unnamed)
        {
            check.Refuse(unnamed);
        }
    }
}
