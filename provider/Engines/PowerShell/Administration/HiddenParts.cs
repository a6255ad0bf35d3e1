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
        LinkedAccount = seen.LinkedAccount is { } account && IsIn(written.LinkedAccount, account.Name)
            ? account with { Name = written.LinkedAccount!.Name }
            : seen.LinkedAccount,
    };

    public static AuthorizationServer AsWritten(AuthorizationServer seen, AuthorizationServer written) =>
        seen with { TrustedKeys = seen.TrustedKeys ?? written.TrustedKeys };

    /// <summary>An account may be declared with the folder in which it lies.</summary>
    private static bool IsIn(LinkedAccount? written, string name) =>
        written?.Name.EndsWith($"/{name}", StringComparison.OrdinalIgnoreCase) == true;
}
