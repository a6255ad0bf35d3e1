namespace PartnerTrust.CmdletSimulator.Generation;

/// <summary>Which .NET type stands for a documented one: the vendor's own are not to be had. Identities and enumerations are given as text.</summary>
internal static class ParameterTypes
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["SwitchParameter"] = "switch",
        ["Boolean"] = "bool",
        ["DateTime"] = "datetime",
        ["SecureString"] = "securestring",
        ["Byte[]"] = "byte[]",
        ["Int32"] = "int",
        ["Guid"] = "guid",
        ["Uri"] = "uri",
        ["X509Certificate2"] = "System.Security.Cryptography.X509Certificates.X509Certificate2",
        ["PSObject"] = "psobject",
        ["PSObject[]"] = "psobject[]",
        ["Uri[]"] = "uri[]",
        ["PSCredential"] = "pscredential",
        ["PSCredential[]"] = "pscredential[]",
        ["ScriptBlock"] = "scriptblock",
        ["MultiValuedProperty"] = "string[]",
        ["ProxyAddressCollection"] = "string[]",
        ["CertificateReference"] = "psobject",
        ["SPAssignmentCollection"] = "psobject",
        ["SPAppPrincipal"] = "psobject",
    };

    /// <summary>As it stands in a <c>param</c> block, without the brackets around it.</summary>
    public static string Of(string documented) =>
        Known.TryGetValue(documented, out var known) ? known
        : documented.EndsWith("PipeBind", StringComparison.Ordinal) ? "psobject"
        : documented.EndsWith("[]", StringComparison.Ordinal) ? "string[]"
        : "string";
}
