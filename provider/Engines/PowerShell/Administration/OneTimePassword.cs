using System.Buffers.Text;
using System.Security.Cryptography;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>A password that opens one PKCS#12 file on its way to one server, and nothing after that: one that a server logs is worthless
/// (powershell.md 12).</summary>
internal sealed record OneTimePassword(string Value)
{
    public static OneTimePassword Make() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)));

    public override string ToString() => "OneTimePassword { [secret] }";
}
