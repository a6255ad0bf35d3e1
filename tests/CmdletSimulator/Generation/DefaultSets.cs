namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>Which set is taken where the given parameters leave a choice. The pages of 35 of the 39 cmdlets with several sets do not say; these are
/// the ones that their examples imply.</summary>
internal static class DefaultSets
{
    private static readonly string[] Usual =
    [
        "Identity", "Thumbprint", "AuthMetadataUrl", "MetadataUrl", "FileData", "Certificate", "User", "AuthConfigSettings", "DisabledUser",
        "ByList", "SigningCertificateImport", "AllSitesInWebApplication", "MetadataEndPointParameterSet",
    ];

    public static string? Of(CmdletSyntax cmdlet, string? documented)
    {
        var names = cmdlet.Sets.Select(set => set.Name).ToList();
        return names.Count < 2 ? null : documented is not null && names.Contains(documented) ? documented : Usual.FirstOrDefault(names.Contains);
    }
}
