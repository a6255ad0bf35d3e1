using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>What servers do not show of a record, and whoever has just written it knows.</summary>
internal static class HiddenParts
{
    public static PartnerApplication AsWritten(PartnerApplication seen, PartnerApplication written) => seen with
    {
        TrustedKeys = seen.TrustedKeys ?? written.TrustedKeys,
        Source = (seen.Source, written.Source) switch
        {
            (PartnerSource.Metadata shown, PartnerSource.Metadata given) when shown.Url == given.Url => given,
            (PartnerSource.Certificate { Key: null }, PartnerSource.Certificate given) => given,
            _ => seen.Source,
        },
    };

    public static AuthorizationServer AsWritten(AuthorizationServer seen, AuthorizationServer written) =>
        seen with { TrustedKeys = seen.TrustedKeys ?? written.TrustedKeys };
}
