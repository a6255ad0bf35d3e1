using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using PartnerTrust.Engines.Files;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The public halves of the certificates that programs hand over, remembered by a digest of content and password: opening a PFX is
/// slow on purpose, and one run asks several times.</summary>
public sealed class CertificateFiles
{
    // A chain of long keys has a few dozen kilobytes.
    private const int LongestFile = 1024 * 1024;

    private readonly ConcurrentDictionary<string, ReadCertificate> read = new(StringComparer.Ordinal);

    /// <summary>Null while content or password are not known.</summary>
    public ReadCertificate? Find(PropertyMap source, SessionEnvironment environment)
    {
        if (source.IsUnknown("pfxPassword") || Content(source, environment) is not { } content)
        {
            return null;
        }

        var password = source.Text("pfxPassword");
        var key = Convert.ToHexString(SHA256.HashData([.. SHA256.HashData(content), .. Encoding.UTF8.GetBytes(password ?? "\0")]));
        return read.GetOrAdd(key, _ =>
        {
            var opened = CertificateReader.ReadPfxOrPem(content, password);
            return new ReadCertificate(opened.Certificate, !opened.Pkcs8.IsDefaultOrEmpty);
        });
    }

    /// <summary>The bytes of <c>pfx</c> or <c>pfxFile</c>; null while they are not known.</summary>
    public static byte[]? Content(PropertyMap source, SessionEnvironment environment)
    {
        if (source.TryText("pfx", out var base64))
        {
            return Decode(base64);
        }

        return source.TryText("pfxFile", out var path) ? Load(path, environment) : null;
    }

    private static byte[] Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException failure)
        {
            throw new FaultException(FaultCatalogue.Base64Invalid("source.pfx"), failure);
        }
    }

    private static byte[] Load(string path, SessionEnvironment environment)
    {
        const string Property = "source.pfxFile";
        try
        {
            return RegularFile.Read(environment.PathOf(path), LongestFile);
        }
        catch (UnfitFileException unfit)
        {
            throw new FaultException(
                unfit.Longest is { } longest ? FaultCatalogue.FileTooLong(Property, path, longest)
                : unfit.Kind == FileKind.Directory ? FaultCatalogue.FileUnreadable(Property, path, "it is a folder")
                : FaultCatalogue.FileNotRegular(Property, path, UnfitFileException.Describe(unfit.Kind)),
                unfit);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FaultException(FaultCatalogue.FileUnreadable(Property, path, ReasonOf(failure)), failure);
        }
    }

    private static string ReasonOf(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        ArgumentException or PathTooLongException => "no file can have this name",
        _ => "access was refused",
    };
}

/// <summary>A certificate that was read, and whether its private key came with it.</summary>
public sealed record ReadCertificate(SigningCertificate Certificate, bool HasPrivateKey);
