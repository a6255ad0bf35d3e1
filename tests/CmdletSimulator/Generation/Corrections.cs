namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>What the pages have wrong (powershell.md 12).</summary>
internal static class Corrections
{
    public static CmdletSyntax Of(CmdletSyntax page) => page.Name switch
    {
        "Import-ExchangeCertificate" => page with { Sets = [.. page.Sets.Select(set => set with { Name = Swapped(set.Name) })] },
        "Test-CsCertificateConfiguration" => Without(page, "Verbose"),
        "Set-AuthServer" => page with { Sets = [.. page.Sets.Select(Typed)] },
        _ => page,
    };

    private static string Swapped(string set) => set switch
    {
        "FileName" => "Instance",
        "Instance" => "FileName",
        _ => set,
    };

    private static CmdletSyntax Without(CmdletSyntax page, string parameter) => page with
    {
        Sets = [.. page.Sets.Select(set => set with { Parameters = set.Parameters.RemoveAll(found => found.Name == parameter) })],
    };

    private static CmdletSet Typed(CmdletSet set) => set with
    {
        Parameters = [.. set.Parameters.Select(found => found.Type == "MultiValuedProperty]" ? found with { Type = "MultiValuedProperty" } : found)],
    };
}
