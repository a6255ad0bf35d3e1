using System.Collections.Frozen;
using PartnerTrust.Plugin.Schema;

namespace PartnerTrust.Plugin.Secrets;

/// <summary>Words that everybody knows. As a piece of a secret they tell nothing, and hiding them would make our own sentences unreadable.</summary>
internal static class PublicWords
{
    private static readonly FrozenSet<string> Pieces = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        // Of the products' own paths (domain.md 3.1, 4.2).
        "_layouts", "asmx", "auth", "autodiscover", "autodiscover.svc", "autodiscover.xml", "exchange.asmx", "federationmetadata", "json",
        "metadata", "xml",
        // Of addresses.
        "com", "corp", "ftp", "home", "http", "https", "info", "internal", "invalid", "lan", "ldap", "local", "localhost", "mail", "mailto",
        "net", "org", "sips", "smtp", "test", "urn",
        // Of the field, and so of most sentences.
        "account", "address", "application", "authority", "authorization", "certificate", "certificates", "check", "cloud", "document",
        "domain", "exchange", "file", "files", "folder", "host", "issuer", "item", "key", "keys", "lync", "mailbox", "name", "office",
        "partner", "password", "path", "port", "public", "realm", "record", "resource", "role", "secret", "server", "servers", "service",
        "sharepoint", "signing", "skype", "source", "subject", "token", "trust", "update", "user", "users", "value", "with");

    private static readonly Lazy<FrozenSet<string>> Choices = new(() =>
        PackageSchema.BuiltIn.Choices().Concat(EngineNames.All).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether this is no piece by which a secret could be recognised.</summary>
    public static bool AreIn(string piece) => Pieces.Contains(piece) || IsChoice(piece);

    /// <summary>Whether the schema offers it as a value.</summary>
    public static bool IsChoice(string text) => Choices.Value.Contains(text);
}
