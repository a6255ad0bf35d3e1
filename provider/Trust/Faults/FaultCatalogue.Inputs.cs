using System.Globalization;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>A required property is missing.</summary>
    /// <cause>The program, or an entry of a list in the stack's configuration, leaves out a property that has no default. Or it passes nothing for
    /// it: a variable that is not set, an output that is null.</cause>
    /// <remedy>Set the property that stands before the number; after <c>Expected:</c> the message tells what it means. Entries of lists are counted
    /// from zero: <c>servers[1].product</c> is the product of the second server. What else a property takes is in <c>schema.json</c>.</remedy>
    public static Fault RequiredMissing(string property, string description) => Input(
        "PT1001", property, "The value is missing.", FirstSentence(description), "Set the property.");

    /// <summary>The resource or type has no such property.</summary>
    /// <cause>The name is mistyped, has another case, or belongs to another resource or level, such as a property of <c>source</c> beside it. Or the
    /// program was written for another release of the package than the plugin that runs.</cause>
    /// <remedy>Take the name that the message suggests, or one of those that it lists; upper and lower case matter. If the program is right for its
    /// release, compare it with that of the plugin:
    /// <code>pulumi-resource-partnertrust --version</code></remedy>
    public static Fault PropertyUnknown(string property, string name, string? suggestion, IEnumerable<string> known) => Input(
        "PT1002", property,
        $"There is no property {Quote(name)}.",
        Probably(suggestion, $"one of {string.Join(", ", known)}."),
        "Correct the name, or remove the property.");

    /// <summary>The value has the wrong type.</summary>
    /// <cause>Something is in quotes that is a number or true or false, one value stands where a list belongs, or a list where the program means one
    /// of its items.</cause>
    /// <remedy>In YAML write numbers, <c>true</c> and <c>false</c> without quotes, a list in brackets or with hyphens, and an object in braces or
    /// indented. For the stack's configuration, <c>pulumi config set --path</c> builds lists and objects:
    /// <code>pulumi config set --path "partnertrust:servers[0].acceptedDomains[0]" litwareinc.com</code></remedy>
    public static Fault TypeWrong(string property, string found, string expected) => Input(
        "PT1003", property, $"The value is {found}.", $"{expected}.", "Change the value's type.");

    /// <summary>The value is none of the allowed ones.</summary>
    /// <cause>The word is mistyped, in another case, or taken from elsewhere: <c>Exchange</c> for <c>ExchangeServer</c>, or a value that the
    /// product's own cmdlet has and this package does not.</cause>
    /// <remedy>Take one of the values that the message lists, in exactly that spelling. In C# the enumerations of the package have no
    /// others.</remedy>
    public static Fault ChoiceUnknown(string property, string found, string? suggestion, string expected) => Input(
        "PT1004", property,
        $"The value is {Quote(found)}.",
        suggestion is null ? $"{expected}." : $"{expected}; probably {Quote(suggestion)}.",
        "Choose one of these.");

    /// <summary>The value is of a kind that the property cannot take, such as an asset or a whole resource.</summary>
    /// <cause>The program passes a whole resource where one of its outputs is meant, as <c>${exchange}</c> in YAML for <c>${exchange.url}</c>. Or it
    /// passes a file as an asset or archive.</cause>
    /// <remedy>Pass the output: <c>authMetadataUrl: ${exchange.url}</c> in YAML, <c>exchange.Url</c> in C#. For a certificate in a file give its path
    /// as <c>pfxFile</c>, or its content in base64 as <c>pfx</c>.</remedy>
    public static Fault ValueKindUnsupported(string property, string kind) => Input(
        "PT1005", property, $"The value is {kind}.", "a plain value.", "Pass the value itself, for example one output of the resource.");

    /// <summary>The server is none of the configured ones.</summary>
    /// <cause>The name is mistyped, or the server is configured in another stack than the selected one. Or the program names it by an alias, such as
    /// that of a load balancer, which the configuration does not have.</cause>
    /// <remedy>Compare the name with those in the stack's configuration:
    /// <code>pulumi config get partnertrust:servers</code>
    /// <para>An alias of a configured server belongs into <c>names</c> of its entry; a single machine of a pool or farm, which <c>restartServers</c>
    /// may name, into <c>members</c>. A new server is added under the next free number:</para>
    /// <code>pulumi config set --path "partnertrust:servers[2].fqdn" exch02.litwareinc.com</code>
    /// <code>pulumi config set --path "partnertrust:servers[2].product" ExchangeServer</code></remedy>
    public static Fault ServerUnknown(string property, string server, string? suggestion, IEnumerable<string> servers) => Input(
        "PT1006", property,
        $"No server {Quote(server)} is configured.",
        Probably(suggestion, $"one of {string.Join(", ", servers)}."),
        "Correct the name, or add the server to the provider's \"servers\".");

    /// <summary>The text is not a fully qualified domain name.</summary>
    /// <cause>A short name such as <c>exch01</c> was given, an IP address, or a URL or a name with a port, copied from a browser.</cause>
    /// <remedy>Give the name as DNS has it, with its domain: letters, digits, hyphens, underscores and dots. Windows tells it of a machine by
    /// <code>[System.Net.Dns]::GetHostEntry("exch01").HostName</code>
    /// <para>and Lync the names of its pools by <c>Get-CsPool</c>. A port belongs into <c>metadataUrl</c> of the server.</para></remedy>
    public static Fault FqdnInvalid(string property, string text) => Input(
        "PT1007", property,
        $"The value is {Quote(text)}.",
        "a fully qualified domain name such as \"atl-cs-001.litwareinc.com\".",
        "Give the whole name, without scheme, port or path.");

    /// <summary>Several or none of the properties that exclude one another are set.</summary>
    /// <cause>The source of a certificate, or the way in which a partner is known, is told twice or not at all. Typically one of the ways was added
    /// to an example and the other not removed, or a variable for it is empty.</cause>
    /// <remedy>For <c>source</c> of a CertificateBinding: <c>generate</c> lets the package make the certificate, <c>thumbprint</c> takes one that is
    /// in the server's store already, <c>pfxFile</c> and <c>pfx</c> bring one along.
    /// <para>For a PartnerApplication: <c>authMetadataUrl</c> is the usual way; <c>certificate</c> is for a partner on Lync, SharePoint or a token
    /// server that publishes no document; <c>authorizationServer</c> for one on Lync or Exchange that gets its tokens from a token
    /// server.</para></remedy>
    public static Fault ExactlyOne(string property, IReadOnlyCollection<string> found, IEnumerable<string> allowed) => Input(
        "PT1008", property,
        found.Count == 0 ? "None of the properties is set." : $"{string.Join(" and ", found)} are set together.",
        $"exactly one of {string.Join(", ", allowed)}.",
        found.Count == 0 ? "Set one of them." : "Keep one of them.");

    /// <summary>The text is not a SIP address.</summary>
    /// <cause>The user was named by mail address, by logon name or by telephone number, or <c>sip:</c> was left out.</cause>
    /// <remedy>Write the address at which Lync knows the user, with <c>sip:</c> before it and a whole domain after the <c>@</c>:
    /// <c>sip:kenmyer@litwareinc.com</c>. It need not be the same as the mail address.</remedy>
    public static Fault SipUriInvalid(string property, string text) => Input(
        "PT1010", property, $"The address is {Quote(text)}.", "\"sip:user@domain\".", "Correct the address.");

    /// <summary>The text is not an SMTP address.</summary>
    /// <cause>An alias or a display name was given, a domain without a dot, or an address with letters beyond ASCII.</cause>
    /// <remedy>Give the primary address of the mailbox: <c>kenmyer@litwareinc.com</c>, without <c>smtp:</c> before it. Its domain then counts as an
    /// accepted domain of that Exchange server, unless <c>acceptedDomains</c> says otherwise.</remedy>
    public static Fault SmtpAddressInvalid(string property, string text) => Input(
        "PT1041", property,
        $"The address is {Quote(text)}.",
        "\"user@domain\", in ASCII and with a whole domain name.",
        "Correct the address.");

    /// <summary>The product does not have the property.</summary>
    /// <cause>A declaration was copied from the other side of the trust: the products' cmdlets do not have the same parameters. Or the server has the
    /// wrong <c>product</c> in the configuration.</cause>
    /// <remedy>Remove the property from this resource, or correct the product of the server. The message names the products that have it. Those that
    /// are mixed up most: <c>trustLevel</c> is of Lync alone, <c>linkedAccount</c> of Exchange, <c>isTrustBroker</c> of SharePoint; whatever Lync
    /// grants by the trust level, Exchange grants by the roles of the linked account.</remedy>
    public static Fault NotForProduct(string property, ServerProduct product, IEnumerable<ServerProduct> only) => Input(
        "PT1011", property,
        $"The property is set for a server of product {product}.",
        $"a server of product {string.Join(" or ", only)}: no other product has this property.",
        "Remove the property.");

    /// <summary>The product cannot do what this value of the property asks for.</summary>
    /// <cause>The check says <c>method: storage</c> and its calling server is Exchange or SharePoint. Only Lync has a storage service that writes an
    /// item into a mailbox to try the call.</cause>
    /// <remedy>Set <c>method</c> of the ConnectivityCheck to <c>probe</c>, which asks for a challenge, presents a token where that is possible, and
    /// writes nothing. To check the direction from Lync by an item, make Lync the <c>server</c> of the check.</remedy>
    public static Fault ValueNotForProduct(
        string property, string value, ServerProduct product, IEnumerable<ServerProduct> only, string instead) => Input(
        "PT1026", property,
        $"The value {Quote(value)} is set for a server of product {product}.",
        $"a server of product {string.Join(" or ", only)}: no other product can do that.",
        $"Set the property to {Quote(instead)}.");

    /// <summary>A property that this product needs is missing.</summary>
    /// <cause>The check's calling server is Exchange or SharePoint, which are told whom to call. Lync alone may be left to ask Autodiscover for the
    /// user's Exchange server.</cause>
    /// <remedy>Set <c>target</c> of the ConnectivityCheck to the server that is called, by its name in <c>partnertrust:servers</c>.</remedy>
    public static Fault NeededByProduct(string property, ServerProduct product, string meaning) => Input(
        "PT1027", property,
        $"The value is missing for a server of product {product}.",
        $"{meaning}: only LyncServer finds it by itself.",
        "Set the property.");

    /// <summary>The name is empty, too long or holds control characters.</summary>
    /// <cause>The name was put together from a variable that is empty, is longer than 64 characters, or has a slash in it: records are known by ids
    /// of the form <c>fqdn/name</c>.</cause>
    /// <remedy>Choose a name of 1 to 64 visible characters without a slash, or leave <c>name</c> of a PartnerApplication out, so that it is made from
    /// the resource's. In <c>linkedAccount.name</c> a folder may stand before the name of the account, as in
    /// <c>litwareinc.com/Users/LyncEnterprise-ApplicationAccount</c>.</remedy>
    public static Fault NameInvalid(string property, string name, int longest, bool hasFolder = false) => Input(
        "PT1012", property,
        name.Length > longest ? $"The name has {Count(name.Length, "character")}." : $"The name is {Quote(name)}.",
        $"1 to {Number(longest)} printable characters{(hasFolder ? "" : " without \"/\"")}.",
        "Choose another name.");

    /// <summary>Auto-naming is disabled and no name was given.</summary>
    /// <cause>The project or stack switches Pulumi's automatic names off (<c>pulumi:autonaming</c> with the mode <c>disabled</c>), and a
    /// PartnerApplication has no <c>name</c>.</cause>
    /// <remedy>Set <c>name</c>. On Exchange and Lync the record goes by this name in the management shell, so that a telling one is worth it. Or
    /// allow automatic names again: remove the setting, or give it the mode <c>default</c>.</remedy>
    public static Fault NameMissing(string property) => Input(
        "PT1013", property, "No name was given, and automatic naming is disabled.", "a name.", "Set the property.");

    /// <summary>The text is not a time.</summary>
    /// <cause>The time has no offset, is a date alone, or is written as the region has it, such as <c>31.01.2026 18:00</c>.</cause>
    /// <remedy>Write date and time with <c>T</c> between them, and <c>Z</c> for UTC or the offset behind: <c>2026-01-31T18:00:00+01:00</c>.
    /// PowerShell writes such a time, here one that is 49 hours ahead, by
    /// <code>(Get-Date).AddHours(49).ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ")</code></remedy>
    public static Fault InstantInvalid(string property, string text) => Input(
        "PT1014", property,
        $"The time is {Quote(text)}.",
        "a time in RFC 3339 form with an offset, for example \"2026-01-31T00:00:00Z\" or \"2026-01-31T01:00:00+01:00\".",
        "Correct the time; without an offset it would be another time on every machine.");

    /// <summary>The text is not base64.</summary>
    /// <cause>A path was given instead of the file's content, the content was cut off when it was copied, or it has a header line, as
    /// <c>certutil -encode</c> writes one.</cause>
    /// <remedy>Encode the file again, and keep the text as a secret of the stack:
    /// <code>[Convert]::ToBase64String([IO.File]::ReadAllBytes("C:\certificates\oauth.pfx")) | Set-Content oauth.txt</code>
    /// <code>Get-Content oauth.txt | pulumi config set --secret oauthPfx</code>
    /// <para>Then delete the text. Or leave the file where it is, and give its path as <c>pfxFile</c>.</para></remedy>
    public static Fault Base64Invalid(string property) => Input(
        "PT1015", property, "The text is not base64.", "the file's content in base64.", "Encode the file again.");

    /// <summary>The file cannot be read.</summary>
    /// <cause>There is nothing at the path, it is a folder, or the account that runs Pulumi may not read it. Often a file lies beside the program on
    /// one machine and is missing in the pipeline. Files that a command of the plugin reads are told of in the same way when their content is not
    /// what it should be.</cause>
    /// <remedy>Correct the path. In a program it begins at the directory with <c>Pulumi.yaml</c>, wherever the program itself is, and <c>~</c> is not
    /// expanded. A path after <c>--config</c> begins at the current directory, and the file is what this writes:
    /// <code>pulumi config --json &gt; config.json</code>
    /// <para>Where the message begins with <c>--stack</c>, the file is the YAML of the project or of the stack: correct what the message says of
    /// it.</para></remedy>
    public static Fault FileUnreadable(string property, string path, string reason) => Input(
        "PT1016", property,
        $"{Quote(path)} cannot be read: {reason}.",
        "a readable file.",
        property == "--stack" ? "Correct the file."
            : $"Correct the path; a relative path starts at the {(property.StartsWith("--", StringComparison.Ordinal) ? "current" : "project's")} directory.");

    /// <summary>The path does not lead to a regular file.</summary>
    /// <cause>The path leads to a named pipe, a socket or a device: for example to what a shell makes of <c>&lt;(…)</c>, or to <c>/dev/stdin</c>. The
    /// file is read several times in one update, which only a file on disk bears.</cause>
    /// <remedy>Write the certificate to a file that only the account of the pipeline can read, give its path as <c>pfxFile</c>, and delete it at the
    /// end. Or pass the content in base64 as <c>pfx</c>, from a secret of the stack.</remedy>
    public static Fault FileNotRegular(string property, string path, string found) => Input(
        "PT1037", property,
        $"{Quote(path)} is {found}.",
        "a regular file, or a link to one.",
        "Write the content to a file and give the path of that file.");

    /// <summary>The file is larger than any of its kind.</summary>
    /// <cause>The path leads to something else than a certificate: a backup, an archive, an installer.</cause>
    /// <remedy>Correct the path. A PFX file with a long chain has a few dozen kilobytes. If it really is the certificate, export it again with its
    /// key and its own chain only.</remedy>
    public static Fault FileTooLong(string property, string path, long longest) => Input(
        "PT1038", property,
        $"{Quote(path)} has more than {Count(longest, "byte")}.",
        $"at most {Number(longest)}.",
        "Check that the path leads to the right file.");

    /// <summary>A property is set without another one that it needs.</summary>
    /// <cause>One of two properties was removed or forgotten: <c>pfxPassword</c> without <c>pfxFile</c> or <c>pfx</c>, <c>binding: NetTCP</c> without
    /// <c>hostNameStorageService</c>, or <c>restartServers</c> without a <c>restart</c> other than <c>none</c>.</cause>
    /// <remedy>Set the other one, or remove the one that stands alone. A generated certificate, or one that is named by its thumbprint, needs no
    /// password; without <c>binding</c> the cmdlet chooses its own.</remedy>
    public static Fault NeedsOther(string property, string other) => Input(
        "PT1018", property, $"The property is set without {other}.", $"both, or neither.", $"Set {other}, or remove the property.");

    /// <summary>The value is needed now, but will be known only after the update.</summary>
    /// <cause>Pulumi, or another program that speaks to the plugin, sent a value that is still to be computed where all are known. That is a fault of
    /// one of them or of this package, not of your program.</cause>
    /// <remedy>Report it, with the program and with the versions of both:
    /// <code>pulumi version</code>
    /// <code>pulumi-resource-partnertrust --version</code></remedy>
    public static Fault ValueNotKnown(string property) => Input(
        "PT1019", property,
        "The value is not known yet.",
        "a known value.",
        "Report this: the Pulumi engine knows all values before it asks for an update or calls a function.");

    /// <summary>The number is out of range.</summary>
    /// <cause>The number has another unit than was thought: <c>renewBeforeDays</c> counts days, each of <c>timeouts</c> counts seconds, not
    /// milliseconds. Or a negative one was to mean "never".</cause>
    /// <remedy>Choose a value in the range that the message names: 0 to 3650 days, 1 to 3600 seconds. With <c>renewBeforeDays: 0</c> a certificate is
    /// due only once it has expired.</remedy>
    public static Fault OutOfRange(string property, double found, long least, long most) => Input(
        "PT1021", property,
        $"The value is {found.ToString(CultureInfo.InvariantCulture)}.",
        $"{Number(least)} to {Number(most)}.",
        "Choose a value in that range.");

    /// <summary>The resource does not exist for the server's product.</summary>
    /// <cause>The resource was declared for the other side of the trust: an OAuthConfiguration for Exchange, a storage check whose <c>target</c> is
    /// Lync, records on a token server. Or the server has the wrong <c>product</c> in the configuration.</cause>
    /// <remedy>Name a server of the product that the message expects. If the product is wrong, correct it in the stack's configuration, where the
    /// entries are counted from zero:
    /// <code>pulumi config set --path "partnertrust:servers[0].product" LyncServer</code>
    /// <para>With the engine <c>powerShell</c> token servers have no records at all: register their clients by their own tools.</para></remedy>
    public static Fault ProductUnsupported(string property, string server, ServerProduct product, string resource, string expected) => Input(
        "PT1023", property,
        $"{server} is a server of product {product}.",
        $"a server of product {expected}: only it has {resource}.",
        "Choose another server, or correct its product in the provider's \"servers\".");

    /// <summary>The partner's document could not be compared with the record.</summary>
    /// <cause>A refresh read the record on its server, and then the partner's metadata URL did not answer with a usable document: the partner is
    /// down, its TLS certificate is not trusted, or a firewall stands between it and the machine that runs Pulumi.</cause>
    /// <seen>On the machine that runs Pulumi:
    /// <code>Invoke-WebRequest -UseBasicParsing https://autodiscover.litwareinc.com/autodiscover/metadata/json/1</code></seen>
    /// <remedy>Put right what the number in parentheses is about, for example
    /// <code>pulumi-resource-partnertrust explain PT3051</code>
    /// <para>and refresh again. If nothing is done, the record works as before until the partner changes its certificate, and no refresh notices that
    /// the keys have become different.</para></remedy>
    public static Fault PartnerUnreachable(string url, Fault reason) => Input(
        "PT1025", "authMetadataUrl",
        $"The partner's document at {url} could not be compared with the record ({reason.Code}): {reason.Found}",
        "a document that can be fetched.",
        "The record itself was read; check the partner's endpoint.") with
    {
        IsWarning = true,
    };

    /// <summary>The number is not whole, or is larger than any that the property can hold.</summary>
    /// <cause>A part of a day or of a second was asked for, such as <c>renewBeforeDays: 1.5</c>, or a computed number came out far too large.</cause>
    /// <remedy>Write a whole number. For a shorter time take the smaller of the two: days, bits and seconds are not divided here.</remedy>
    public static Fault NumberNotWhole(string property, double found) => Input(
        "PT1030", property,
        $"The value is {found.ToString(CultureInfo.InvariantCulture)}{(Math.Floor(found) == found ? "" : ", which is not whole")}.",
        $"a whole number between {Number(-int.MaxValue)} and {Number(int.MaxValue)}.",
        "Correct the number.");

    /// <summary>A component cannot be read or imported, because it has no id of its own.</summary>
    /// <cause>Somebody asks to import a <c>TwoWayTrust</c>. It only puts resources together, and nothing on a server is called by its name.</cause>
    /// <remedy>Declare the TwoWayTrust and look at the names that a preview shows for its children. Then import each child under that name, with the
    /// component as its parent and by its own id: the server's <c>fqdn</c>, <c>fqdn/name</c> for a record, the URL for a metadata endpoint. This
    /// command lists types and ids:
    /// <code>pulumi-resource-partnertrust import-file --data .partnertrust/dev</code>
    /// <para>For real servers, <c>--config config.json</c> takes the place of <c>--data</c>.</para></remedy>
    public static Fault ComponentNotImportable(string token, IEnumerable<string> children) => Input(
        "PT1031", "",
        $"{Quote(token)} is a component: it has no id of its own and cannot be imported.",
        $"one of the resources that it is made of: {string.Join(", ", children)}.",
        "Import these, each by its own id and with the component as its parent.");

    /// <summary>The deployment ended while a component was being built, usually because one of its children failed.</summary>
    /// <cause>One resource of a <c>TwoWayTrust</c> failed, or somebody interrupted the update, before all of them were there. This message only tells
    /// that the component could not be completed.</cause>
    /// <remedy>Put right what the error of the resource says that failed, and run the update again: it goes on with what is missing.
    /// <code>pulumi up</code></remedy>
    public static Fault ComponentUnfinished() => Input(
        "PT1032", "",
        "The deployment ended before every child of the component was created.",
        "a deployment that goes on until all of them are there.",
        "Look at the error of the child that failed, and run the update again.");

    /// <summary>A value in the stack's state is of another type than the schema's.</summary>
    /// <cause>The stack's state was edited by hand or by a tool, or comes from a release of the package in which the property had another
    /// type.</cause>
    /// <remedy>Look at the resource in the state, and correct the value of the property:
    /// <code>pulumi state edit</code>
    /// <para>Or take the resource out of the state, which changes nothing on the server, and import it again by its id:</para>
    /// <code>pulumi state delete "&lt;urn&gt;"</code>
    /// <code>pulumi import partnertrust:index:CertificateBinding lync-certificate atl-cs-001.litwareinc.com</code></remedy>
    public static Fault RecordedValueWrong(string property, string found, string expected) => Input(
        "PT1039", property,
        $"In the stack's state: {found}",
        expected,
        "Correct the state with \"pulumi state edit\", or import the resource again.");

    /// <summary>The text cannot be the path of a file or directory.</summary>
    /// <cause>A path of Windows stands in double quotes, in which YAML, JSON and C# make a tab of <c>\t</c> and a line break of <c>\n</c>:
    /// <c>"C:\temp\new"</c>. Or a line break was copied with the path.</cause>
    /// <remedy>In YAML take single quotes or none, <c>C:\temp\new</c>; in JSON and C# double each backslash; or write slashes, which Windows takes
    /// too.</remedy>
    public static Fault PathInvalid(string property, string path) => Input(
        "PT1040", property, $"The path is {Quote(path)}.", "a path without control characters.", "Correct the path.");

    /// <summary>The text is blank.</summary>
    /// <cause>The text is made of blanks, or of characters without a width, as some editors and web pages add them. Mostly a variable of the pipeline
    /// is empty.</cause>
    /// <remedy>Give the property a text, or leave it out: its default is in <c>schema.json</c>. In a list, such as <c>linkedAccount.roles</c>, remove
    /// the empty entry.</remedy>
    public static Fault TextBlank(string property) => Input(
        "PT1042", property, "The text is blank.", "a text with at least one visible character.", "Give the property a text, or remove it.");

    /// <summary>The text is not the name of a host.</summary>
    /// <cause>A URL or a name with a port was given for the host of the storage service, which the cmdlet calls by its name alone.</cause>
    /// <remedy>Set <c>hostNameStorageService</c> of the check to the Front End's name, such as <c>atl-fe-001.litwareinc.com</c>. Outside of
    /// <c>binding: NetTCP</c> it can be left out.</remedy>
    public static Fault HostNameInvalid(string property, string text) => Input(
        "PT1043", property,
        $"The value is {Quote(text)}.",
        "the name or address of a host, such as \"atl-fe-001\", without scheme, port or path.",
        "Correct the name.");

    /// <summary>A property is for an authorization server that signs clients in.</summary>
    /// <cause>Two kinds of authorization servers are mixed up. One for servers vouches for applications and publishes an auth metadata document in
    /// JSON. One for clients (modern authentication) signs users in and publishes federation metadata in XML; only to such a one are clients
    /// sent.</cause>
    /// <remedy>For sign-in of clients set <c>type</c> of the AuthorizationServer to <c>ADFS</c> or <c>AzureAD</c>. For calls between servers leave
    /// <c>type</c> and <c>isDefaultAuthorizationEndpoint</c> out, and give the URL of the JSON document, which does not end in
    /// <c>federationmetadata.xml</c>.</remedy>
    public static Fault NeedsClientType(string property, string type) => Input(
        "PT1044", property,
        $"The property is for an authorization server that signs clients in, which {type} does not say.",
        $"{type} \"AzureAD\" or \"ADFS\": only they publish federation metadata, and only there do clients sign in.",
        $"Set {type}, or give what an authorization server for servers has: the https URL of its auth metadata document.");

    /// <summary>Two resources of the program manage the same thing.</summary>
    /// <cause>A resource was copied and not changed, two modules of the program each declare it, or a <c>TwoWayTrust</c> has it already. Names of
    /// servers and records are compared without case.</cause>
    /// <remedy>Keep one of them. If a resource was only given another name in the program, add its old name as an alias, so that Pulumi does not take
    /// it for a new one.
    /// <para>If nothing is done, the later of the two decides, and where they differ, each update of one writes over what the other
    /// wrote.</para></remedy>
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
