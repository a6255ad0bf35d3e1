namespace PartnerTrust.Testing.Samples;

/// <summary>The names in the installation of the field's own documents. <see cref="Estate"/> has what bears them.</summary>
public static class Litware
{
    public const string Realm = "litwareinc.com";
    public const string Lync = "atl-cs-001.litwareinc.com";
    public const string SecondLync = "pool02.litwareinc.com";
    public const string Exchange = "autodiscover.litwareinc.com";
    public const string SharePoint = "sp.litwareinc.com";
    public const string TokenServer = "sts.litwareinc.com";
    public const string Ken = "sip:kenmyer@litwareinc.com";
    public const string KenSmtp = "kenmyer@litwareinc.com";

    public static Uri Url(string server, string path) => new($"https://{server}{path}");
}
