using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>The certificate that a program means by its <c>source</c>.</summary>
internal sealed class CertificateSources(CertificateFiles files)
{
    public void Check(ResourceCheck check, CertificateBindingInputs inputs, Server? server)
    {
        if (inputs.Source.Value is not { } source || check.ExactlyOne(inputs.Source.Path, source.Alternatives) is null)
        {
            return;
        }

        if (source.PfxPassword.IsGiven && source.File is null)
        {
            check.Refuse(FaultCatalogue.NeedsOther(source.PfxPassword.Path, $"{source.Pfx.Path} or {source.PfxFile.Path}"));
        }

        if (source.Thumbprint.Value is { } text && source.Stored is null)
        {
            check.Refuse(FaultCatalogue.ThumbprintInvalid(text));
        }
        else if (source.File is { } file)
        {
            CheckFile(check, source, file, server, FirstUse(inputs, check.Now));
        }
        else if (source.Generate.Value is { } wish)
        {
            CheckWish(check, wish);
        }
    }

    /// <summary>The certificate in the given file or text; null for other sources, and while it is unknown or unreadable.</summary>
    public SigningCertificate? Read(CertificateBindingInputs inputs)
    {
        try
        {
            return inputs.Source.Value is { File: not null } source ? files.Find(source)?.Certificate : null;
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <summary>The certificate that is given, by its thumbprint or in a file or text; null for a generated one, and while it is not known.</summary>
    public Thumbprint? Named(CertificateBindingInputs inputs) => inputs.Source.Value?.Stored ?? Read(inputs)?.Thumbprint;

    /// <summary>The source for the engine, of inputs that are all known.</summary>
    public CertificateSource Of(CertificateBindingInputs inputs, Server server)
    {
        var source = inputs.Source.Value!;
        if (source.Generate.Value is { } wish)
        {
            return wish.For(server);
        }

        return source.Thumbprint.Value is { } text
            ? new CertificateSource.Stored(source.Stored ?? throw new FaultException(FaultCatalogue.ThumbprintInvalid(text)))
            : new CertificateSource.Imported([.. files.Content(source)!], source.PfxPassword.Value) { Opened = files.Find(source) };
    }

    /// <summary>What is known of the certificate before it is bound.</summary>
    public PropertyMap PreviewOutputs(CertificateBindingInputs inputs) =>
        Read(inputs) is { } given ? WireValues.Certificate(given)
        : inputs.Source.Value?.Stored is { } stored ? WireValues.Thumbprint(stored)
        : inputs.Wish?.PreviewOutputs() ?? PropertyMap.Empty;

    /// <summary>What a program would write to have what is bound: a generated certificate as a wish, any other by its thumbprint.</summary>
    public static PropertyMap Import(Server server, CertificateBindingRecord record)
    {
        var bound = BoundCertificate.Of(record.Slots, null);
        return CertificateBindingInputs.Write(
            server.Fqdn,
            record.Generated is true
                ? CertificateSourceInputs.WriteWish(bound.Certificate)
                : CertificateSourceInputs.Write(bound.Certificate.Thumbprint),
            bound.IsNext ? record.Slots.NextEffectiveDate : null);
    }

    /// <summary>The inputs as the server now has them. An operator's own roll satisfies a wish that it is within; a thumbprint names one
    /// certificate; what a file held shows in the outputs alone.</summary>
    public static PropertyMap Drift(PropertyMap inputs, SigningCertificate bound)
    {
        var given = CertificateBindingInputs.Read(inputs);
        if (given.Wish is { } wish && bound.KeySize < wish.Bits)
        {
            return CertificateBindingInputs.WithSource(inputs, source => CertificateSourceInputs.WithWish(
                source, written => GeneratedCertificateInputs.WithKeySize(written, bound.KeySize)));
        }

        return given.Source.Value is { Thumbprint.IsGiven: true }
            ? inputs.Overlaid(PropertyMap.Of((CertificateBindingInputs.SourceName, CertificateSourceInputs.Write(bound.Thumbprint))))
            : inputs;
    }

    /// <summary>When it begins to sign: at its effective date where that is ahead, and nobody knows when while that is not known.</summary>
    private static DateTimeOffset FirstUse(CertificateBindingInputs inputs, DateTimeOffset now) =>
        inputs.EffectiveDate.IsUnknown ? DateTimeOffset.MaxValue
        : inputs.Effective > now ? inputs.Effective.Value
        : now;

    private void CheckFile(ResourceCheck check, CertificateSourceInputs source, Input<string> file, Server? server, DateTimeOffset signsFrom)
    {
        try
        {
            if (files.Find(source) is { } read)
            {
                check.Refuse(CertificateRules.Validate(read.Certificate, !read.Pkcs8.IsDefaultOrEmpty, check.Now, signsFrom), file.Path);
                if (server is not null && KeyProviderRules.Check(read, server.Product) is { } fault)
                {
                    check.Refuse(fault.At(file.Path));
                }
            }
        }
        catch (FaultException refusal)
        {
            foreach (var fault in refusal.Faults)
            {
                check.Refuse(fault.Property == source.PfxPassword.Path ? fault : fault.At(file.Path));
            }
        }
    }

    private static void CheckWish(ResourceCheck check, GeneratedCertificateInputs wish)
    {
        if (CertificateGenerator.Validate(wish.Bits, wish.Days) is { } fault)
        {
            check.Refuse(fault);
        }

        if (wish.Subject.Value is { } subject && CertificateGenerator.ValidateSubject(subject) is { } unnamed)
        {
            check.Refuse(unnamed);
        }
    }
}
