using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using PartnerTrust.Engines.Files;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>The certificates that programs hand over, remembered by a digest of content and password: opening a PFX is slow on purpose, and one run
/// asks several times.</summary>
internal sealed class CertificateFiles(SessionEnvironment environment)
{
    // A chain of long keys has a few dozen kilobytes.
    private const int LongestFile = 1024 * 1024;

    private readonly ConcurrentDictionary<string, CertificateWithKey> read = new(StringComparer.Ordinal);

    /// <summary>Null while content or password are not known.</summary>
    public CertificateWithKey? Find(CertificateSourceInputs source)
    {
        if (source.PfxPassword.IsUnknown || Content(source) is not { } content)
        {
            return null;
        }

        var password = source.PfxPassword.Value;
        var key = Convert.ToHexString(SHA256.HashData([.. SHA256.HashData(content), .. Encoding.UTF8.GetBytes(password ?? "\0")]));
        return read.GetOrAdd(key, _ => CertificateReader.ReadPfxOrPem(content, password));
    }

    /// <summary>The bytes of the file or text; null while they are not known.</summary>
    public byte[]? Content(CertificateSourceInputs source) =>
        source.Pfx.Value is { } base64 ? Decode(base64, source.Pfx.Path)
        : source.PfxFile.Value is { } path ? Load(path, source.PfxFile.Path)
        : null;

    private static byte[] Decode(string base64, string property)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException failure)
        {
            throw new FaultException(FaultCatalogue.Base64Invalid(property), failure);
        }
    }

    private byte[] Load(string path, string property)
    {
        try
        {
            return RegularFile.Read(environment.PathOf(path), LongestFile);
        }
        catch (UnfitFileException unfit)
        {
            throw new FaultException(
                unfit.Longest is { } longest ? FaultCatalogue.FileTooLong(property, path, longest)
                : unfit.Kind == FileKind.Directory ? FaultCatalogue.FileUnreadable(property, path, "it is a folder")
                : FaultCatalogue.FileNotRegular(property, path, UnfitFileException.Describe(unfit.Kind)),
                unfit);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new FaultException(FaultCatalogue.FileUnreadable(property, path, ReasonOf(failure)), failure);
        }
    }

    private static string ReasonOf(Exception failure) => failure switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        ArgumentException or PathTooLongException => "no file can have this name",
        _ => "access was refused",
    };
}
