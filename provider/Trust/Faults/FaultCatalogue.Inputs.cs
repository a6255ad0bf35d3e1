using System.Globalization;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>A required property is missing.</summary>
    public static Fault RequiredMissing(string property, string description) => Input(
        "PT1001", property, "The value is missing.", FirstSentence(description), "Set the property.");

    /// <summary>The resource or type has no such property.</summary>
    public static Fault PropertyUnknown(string property, string name, string? suggestion, IEnumerable<string> known) => Input(
        "PT1002", property,
        $"There is no property {Quote(name)}.",
        Probably(suggestion, $"one of {string.Join(", ", known)}."),
        "Correct the name, or remove the property.");

    /// <summary>The value has the wrong type.</summary>
    /// <cause>The program gives a property a value of another type than the schema says: a text where a list is expected, or a number in
    /// quotes.</cause>
    /// <remedy>Give the value in the type that the message expects. The stack's configuration is text unless it is set with <c>--path</c>:
    /// <code>pulumi config set --path 'partnertrust:servers[0].fqdn' exch01.litwareinc.com</code></remedy>
    public static Fault TypeWrong(string property, string found, string expected) => Input(
        "PT1003", property, $"The value is {found}.", $"{expected}.", "Change the value's type.");

    /// <summary>The value is none of the allowed ones.</summary>
    public static Fault ChoiceUnknown(string property, string found, string? suggestion, string expected) => Input(
        "PT1004", property,
        $"The value is {Quote(found)}.",
        suggestion is null ? $"{expected}." : $"{expected}; probably {Quote(suggestion)}.",
        "Choose one of these.");

    /// <summary>The value is of a kind that the property cannot take, such as an asset or a whole resource.</summary>
    public static Fault ValueKindUnsupported(string property, string kind) => Input(
        "PT1005", property, $"The value is {kind}.", "a plain value.", "Pass the value itself, for example one output of the resource.");

    /// <summary>The server is none of the configured ones.</summary>
    public static Fault ServerUnknown(string property, string server, string? suggestion, IEnumerable<string> servers) => Input(
        "PT1006", property,
        $"No server {Quote(server)} is configured.",
        Probably(suggestion, $"one of {string.Join(", ", servers)}."),
        "Correct the name, or add the server to the provider's \"servers\".");

    /// <summary>The text is not a fully qualified domain name.</summary>
    public static Fault FqdnInvalid(string property, string text) => Input(
        "PT1007", property,
        $"The value is {Quote(text)}.",
        "a fully qualified domain name such as \"atl-cs-001.litwareinc.com\".",
        "Give the whole name, without scheme, port or path.");

    /// <summary>Several or none of the properties that exclude one another are set.</summary>
    public static Fault ExactlyOne(string property, IReadOnlyCollection<string> found, IEnumerable<string> allowed) => Input(
        "PT1008", property,
        found.Count == 0 ? "None of the properties is set." : $"{string.Join(" and ", found)} are set together.",
        $"exactly one of {string.Join(", ", allowed)}.",
        found.Count == 0 ? "Set one of them." : "Keep one of them.");

    /// <summary>The text is not a SIP address.</summary>
    public static Fault SipUriInvalid(string property, string text) => Input(
        "PT1010", property, $"The address is {Quote(text)}.", "\"sip:user@domain\".", "Correct the address.");

    /// <summary>The text is not an SMTP address.</summary>
    public static Fault SmtpAddressInvalid(string property, string text) => Input(
        "PT1041", property,
        $"The address is {Quote(text)}.",
        "\"user@domain\", in ASCII and with a whole domain name.",
        "Correct the address.");

    /// <summary>The product does not have the property.</summary>
    public static Fault NotForProduct(string property, ServerProduct product, IEnumerable<ServerProduct> only) => Input(
        "PT1011", property,
        $"The property is set for a server of product {product}.",
        $"a server of product {string.Join(" or ", only)}: no other product has this property.",
        "Remove the property.");

    /// <summary>The product cannot do what this value of the property asks for.</summary>
    public static Fault ValueNotForProduct(
        string property, string value, ServerProduct product, IEnumerable<ServerProduct> only, string instead) => Input(
        "PT1026", property,
        $"The value {Quote(value)} is set for a server of product {product}.",
        $"a server of product {string.Join(" or ", only)}: no other product can do that.",
        $"Set the property to {Quote(instead)}.");

    /// <summary>A property that this product needs is missing.</summary>
    public static Fault NeededByProduct(string property, ServerProduct product, string meaning) => Input(
        "PT1027", property,
        $"The value is missing for a server of product {product}.",
        $"{meaning}: only LyncServer finds it by itself.",
        "Set the property.");

    /// <summary>The name is empty, too long or holds control characters.</summary>
    public static Fault NameInvalid(string property, string name, int longest, bool hasFolder = false) => Input(
        "PT1012", property,
        name.Length > longest ? $"The name has {Count(name.Length, "character")}." : $"The name is {Quote(name)}.",
        $"1 to {Number(longest)} printable characters{(hasFolder ? "" : " without \"/\"")}.",
        "Choose another name.");

    /// <summary>Auto-naming is disabled and no name was given.</summary>
    public static Fault NameMissing(string property) => Input(
        "PT1013", property, "No name was given, and automatic naming is disabled.", "a name.", "Set the property.");

    /// <summary>The text is not a time.</summary>
    public static Fault InstantInvalid(string property, string text) => Input(
        "PT1014", property,
        $"The time is {Quote(text)}.",
        "a time in RFC 3339 form with an offset, for example \"2026-01-31T00:00:00Z\" or \"2026-01-31T01:00:00+01:00\".",
        "Correct the time; without an offset it would be another time on every machine.");

    /// <summary>The text is not base64.</summary>
    public static Fault Base64Invalid(string property) => Input(
        "PT1015", property, "The text is not base64.", "the file's content in base64.", "Encode the file again.");

    /// <summary>The file cannot be read.</summary>
    public static Fault FileUnreadable(string property, string path, string reason) => Input(
        "PT1016", property,
        $"{Quote(path)} cannot be read: {reason}.",
        "a readable file.",
        "Correct the path; a relative path starts at the project's directory.");

    /// <summary>The path does not lead to a regular file.</summary>
    public static Fault FileNotRegular(string property, string path, string found) => Input(
        "PT1037", property,
        $"{Quote(path)} is {found}.",
        "a regular file, or a link to one.",
        "Write the content to a file and give the path of that file.");

    /// <summary>The file is larger than any of its kind.</summary>
    public static Fault FileTooLong(string property, string path, long longest) => Input(
        "PT1038", property,
        $"{Quote(path)} has more than {Count(longest, "byte")}.",
        $"at most {Number(longest)}.",
        "Check that the path leads to the right file.");

    /// <summary>A property is set without another one that it needs.</summary>
    public static Fault NeedsOther(string property, string other) => Input(
        "PT1018", property, $"The property is set without {other}.", $"both, or neither.", $"Set {other}, or remove the property.");

    /// <summary>The value is needed now, but will be known only after the update.</summary>
    public static Fault ValueNotKnown(string property) => Input(
        "PT1019", property,
        "The value is not known yet.",
        "a known value.",
        "Report this: the Pulumi engine knows all values before it asks for an update or calls a function.");

    /// <summary>The number is out of range.</summary>
    public static Fault OutOfRange(string property, double found, long least, long most) => Input(
        "PT1021", property,
        $"The value is {found.ToString(CultureInfo.InvariantCulture)}.",
        $"{Number(least)} to {Number(most)}.",
        "Choose a value in that range.");

    /// <summary>The resource does not exist for the server's product.</summary>
    public static Fault ProductUnsupported(string property, string server, ServerProduct product, string resource, string expected) => Input(
        "PT1023", property,
        $"{server} is a server of product {product}.",
        $"a server of product {expected}: only it has {resource}.",
        "Choose another server, or correct its product in the provider's \"servers\".");

    /// <summary>The partner's document could not be compared with the record.</summary>
    public static Fault PartnerUnreachable(string url, Fault reason) => Input(
        "PT1025", "authMetadataUrl",
        $"The partner's document at {url} could not be compared with the record ({reason.Code}): {reason.Found}",
        "a document that can be fetched.",
        "The record itself was read; check the partner's endpoint.") with
    {
        IsWarning = true,
    };

    /// <summary>The number is not whole, or is larger than any that the property can hold.</summary>
    public static Fault NumberNotWhole(string property, double found) => Input(
        "PT1030", property,
        $"The value is {found.ToString(CultureInfo.InvariantCulture)}{(Math.Floor(found) == found ? "" : ", which is not whole")}.",
        $"a whole number between {Number(-int.MaxValue)} and {Number(int.MaxValue)}.",
        "Correct the number.");

    /// <summary>A component cannot be read or imported, because it has no id of its own.</summary>
    public static Fault ComponentNotImportable(string token, IEnumerable<string> children) => Input(
        "PT1031", "",
        $"{Quote(token)} is a component: it has no id of its own and cannot be imported.",
        $"one of the resources that it is made of: {string.Join(", ", children)}.",
        "Import these, each by its own id and with the component as its parent.");

    /// <summary>The deployment ended while a component was being built, usually because one of its children failed.</summary>
    public static Fault ComponentUnfinished() => Input(
        "PT1032", "",
        "The deployment ended before every child of the component was created.",
        "a deployment that goes on until all of them are there.",
        "Look at the error of the child that failed, and run the update again.");

    /// <summary>A value in the stack's state is of another type than the schema's.</summary>
    public static Fault RecordedValueWrong(string property, string found, string expected) => Input(
        "PT1039", property,
        $"In the stack's state: {found}",
        expected,
        "Correct the state with \"pulumi state edit\", or import the resource again.");

    /// <summary>The text cannot be the path of a file or directory.</summary>
    public static Fault PathInvalid(string property, string path) => Input(
        "PT1040", property, $"The path is {Quote(path)}.", "a path without control characters.", "Correct the path.");

    /// <summary>The text is blank.</summary>
    public static Fault TextBlank(string property) => Input(
        "PT1042", property, "The text is blank.", "a text with at least one visible character.", "Give the property a text, or remove it.");

    /// <summary>The text is not the name of a host.</summary>
    public static Fault HostNameInvalid(string property, string text) => Input(
        "PT1043", property,
        $"The value is {Quote(text)}.",
        "the name or address of a host, such as \"atl-fe-001\", without scheme, port or path.",
        "Correct the name.");

    /// <summary>A property is for an authorization server that signs clients in.</summary>
    public static Fault NeedsClientType(string property, string type) => Input(
        "PT1044", property,
        $"The property is for an authorization server that signs clients in, which {type} does not say.",
        $"{type} \"AzureAD\" or \"ADFS\": only they publish federation metadata, and only there do clients sign in.",
        $"Set {type}, or give what an authorization server for servers has: the https URL of its auth metadata document.");

    /// <summary>Two resources of the program manage the same thing.</summary>
    public static Fault DeclaredTwice(string type, string name, string other) => Input(
        "PT1035", "",
        $"The {type} {Quote(name)} manages the same thing as {Quote(other)}.",
        "only one resource for it: otherwise each update of one undoes what the other wrote.",
        "Remove one of the two. If a resource was only renamed, give it an alias.") with
    {
        IsWarning = true,
    };

    private static string FirstSentence(string description)
    {
        var end = description.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? description : description[..(end + 1)];
    }
}
