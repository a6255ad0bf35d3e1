using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>What the state knows of a bound certificate.</summary>
/// <param name="Thumbprint">The one that is declared; null where nothing is recorded.</param>
/// <param name="IsStaged">Whether it waits for its date.</param>
/// <param name="PreviousThumbprint">The one before it, while the server keeps it.</param>
/// <param name="NextThumbprint">The one that is staged to follow.</param>
/// <param name="NotAfter">When it ends.</param>
/// <param name="CertificatePem">Its public half.</param>
/// <param name="LacksMembers">Whether members of the server have no copy of it.</param>
internal sealed record CertificateBindingOutputs(
    string? Thumbprint,
    bool IsStaged,
    string? PreviousThumbprint,
    string? NextThumbprint,
    DateTimeOffset? NotAfter,
    string? CertificatePem,
    bool LacksMembers)
{
    public const string RenewalDueName = "renewalDue";
    public const string MissingOnName = "missingOn";
    public const string PreviousThumbprintName = "previousThumbprint";

    private const string StateName = "state";
    private const string Staged = "next";
    private const string NextThumbprintName = "nextThumbprint";

    public static CertificateBindingOutputs Read(PropertyMap outputs) => new(
        outputs.Text("thumbprint"),
        outputs.Text(StateName) == Staged,
        outputs.Text(PreviousThumbprintName),
        outputs.Text(NextThumbprintName),
        Instant.Parse(outputs.Text("notAfter")),
        outputs.Text("certificatePem"),
        outputs.Has(MissingOnName));

    /// <summary>What is known of a binding that is about to be made, but for the certificate itself.</summary>
    public static PropertyMap Planned(bool isStaged) => PropertyMap.Of((StateName, StateOf(isStaged)), (RenewalDueName, false));

    public static PropertyMap Write(CertificateBindingRecord record, BoundCertificate bound)
    {
        var outputs = WireValues.Certificate(bound.Certificate)
            .Set(StateName, StateOf(bound.IsNext))
            .Set(PreviousThumbprintName, record.Slots.Previous?.Thumbprint.Hex ?? PropertyValue.Null)
            .Set(NextThumbprintName, record.Slots.Next?.Thumbprint.Hex ?? PropertyValue.Null);
        return record.MemberFaults.IsEmpty
            ? outputs
            : outputs.Set(MissingOnName, WireValues.Texts(record.MemberFaults.Select(fault => fault.Member).Distinct()));
    }

    private static string StateOf(bool isStaged) => isStaged ? Staged : "current";
}
