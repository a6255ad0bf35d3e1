using Newtonsoft.Json.Linq;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Cmdlets;

/// <summary>The parameter sets that the vendor documents, with what is known to be wrong there corrected (powershell.md 12).</summary>
internal sealed class DocumentedSets
{
    private static readonly string File = Path.Combine(Repository.Root, "..", "shared", "cmdlets.json");

    private readonly ILookup<string, Set> byCmdlet;

    private DocumentedSets(IEnumerable<Set> sets) => byCmdlet = sets.ToLookup(set => set.Cmdlet, StringComparer.Ordinal);

    /// <summary>Null on a machine without that file.</summary>
    public static DocumentedSets? Find()
    {
        if (!System.IO.File.Exists(File))
        {
            return null;
        }

        var read = from cmdlet in JObject.Parse(System.IO.File.ReadAllText(File))["cmdlets"]!
                   from set in cmdlet["parameterSets"]!
                   select new Set((string)cmdlet["cmdlet"]!, (string)set["name"]!, [.. set["parameters"]!.Select(Parameter.Of)]);
        return new DocumentedSets(read.Select(Corrected).Concat(Missing));
    }

    /// <summary>The issuers of SharePoint 2013 to 2019, as the stubs of their modules have them.</summary>
    public static DocumentedSets OlderSharePoint { get; } = new(
    [
        Of("New-SPTrustedSecurityTokenIssuer", "ManualConfigParameterSet", "*Name:String *Certificate:X509Certificate2 *RegisteredIssuerName:String Description:String IsTrustBroker:SwitchParameter Confirm:SwitchParameter"),
        Of("New-SPTrustedSecurityTokenIssuer", "MetadataEndPointParameterSet", "*Name:String *MetadataEndPoint:Uri Description:String IsTrustBroker:SwitchParameter Confirm:SwitchParameter"),
        Of("Set-SPTrustedSecurityTokenIssuer", "ManualConfigParameterSet", "*Identity:String Certificate:X509Certificate2 RegisteredIssuerName:String Description:String IsTrustBroker:SwitchParameter Confirm:SwitchParameter"),
        Of("Set-SPTrustedSecurityTokenIssuer", "MetadataEndPointParameterSet", "*Identity:String *MetadataEndPoint:Uri Description:String IsTrustBroker:SwitchParameter Confirm:SwitchParameter"),
    ]);

    private static IEnumerable<Set> Missing => [Of("Get-Item", "LiteralPath", "*LiteralPath:String[]"), Of("Get-Date", "(default)", "")];

    /// <summary>The sets that the call is in; the cmdlet exists where it has any.</summary>
    public IEnumerable<Set> Of(CmdletCall call) => byCmdlet[call.Cmdlet].Where(set => set.Takes(call));

    public bool Has(string cmdlet) => byCmdlet.Contains(cmdlet);

    private static Set Corrected(Set set) => (set.Cmdlet, set.Name) switch
    {
        ("Import-ExchangeCertificate", "FileName") => set with { Name = "Instance" },
        ("Import-ExchangeCertificate", "Instance") => set with { Name = "FileName" },
        _ => set,
    };

    private static Set Of(string cmdlet, string name, string parameters) => new(
        cmdlet,
        name,
        [.. parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(parameter =>
            new Parameter(parameter.Split(':')[0].TrimStart('*'), parameter.Split(':')[1], parameter.StartsWith('*')))]);

    internal sealed record Set(string Cmdlet, string Name, IReadOnlyList<Parameter> Parameters)
    {
        public bool Takes(CmdletCall call) =>
            call.Parameters.All(given => Parameters.Any(parameter => parameter.Name == given.Name && parameter.Takes(given.Value)))
            && Parameters.Where(parameter => parameter.IsMandatory).All(parameter => call.Parameters.Any(given => given.Name == parameter.Name));
    }

    internal sealed record Parameter(string Name, string Type, bool IsMandatory)
    {
        private static readonly string[] OfTheirOwn =
            ["Boolean", "SwitchParameter", "Byte[]", "SecureString", "X509Certificate2", "DateTime", "Int32", "Guid", "SPAppPrincipal"];

        public static Parameter Of(JToken parameter) =>
            new((string)parameter["name"]!, (string)parameter["type"]!, (bool?)parameter["required"] ?? false);

        /// <summary>Text is taken for enumerations, identities and URLs, too.</summary>
        public bool Takes(CmdletValue value) => value switch
        {
            CmdletValue.Text or CmdletValue.Null => !OfTheirOwn.Contains(Type),
            CmdletValue.File or CmdletValue.Secret { IsSecure: false } => Type == "String",
            CmdletValue.Texts => Type == "String[]",
            CmdletValue.Flag => Type == "Boolean",
            CmdletValue.Switch => Type == "SwitchParameter",
            CmdletValue.Bytes => Type == "Byte[]",
            CmdletValue.Secret => Type == "SecureString",
            CmdletValue.Certificate => Type == "X509Certificate2",
            CmdletValue.Date => Type == "DateTime",
            CmdletValue.Kept => Type == "SPAppPrincipal",
            _ => false,
        };
    }
}
