using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>A required setting of the provider is missing.</summary>
    public static Fault SettingMissing(string setting) => Input(
        "PT1101", setting,
        $"The setting {Quote(setting)} is missing.",
        $"a value for partnertrust:{setting}.",
        $"Set it with \"pulumi config set --path partnertrust:{setting}…\", or on the Provider resource.");

    /// <summary>No server is configured.</summary>
    public static Fault NoServers() => Input(
        "PT1102", "servers", "The list of servers is empty.", "at least one server.", "Name the servers that take part in the trust.");

    /// <summary>A server or mailbox is configured twice.</summary>
    public static Fault ConfiguredTwice(string property, string name) => Input(
        "PT1103", property, $"{Quote(name)} is configured twice.", "each name once.", "Remove one of the entries.");

    /// <summary>A mailbox is on a server that is not a configured Exchange server.</summary>
    public static Fault MailboxServerWrong(string property, string server) => Input(
        "PT1104", property,
        $"{Quote(server)} is not a configured Exchange server.",
        "the fqdn of a configured server of product ExchangeServer.",
        "Correct the name, or add the server.");

    /// <summary>A setting is JSON text that cannot be read.</summary>
    public static Fault SettingNotJson(string property, string expected) => Input(
        "PT1105", property, "The text is not readable JSON.", $"{expected}, native or as JSON text.", "Correct the setting.");

    /// <summary>The engine is not available in this build.</summary>
    public static Fault EngineUnavailable(string engine) => Input(
        "PT1106", "engine",
        $"The engine {Quote(engine)} is not part of this build.",
        "\"embedded\".",
        "Set partnertrust:engine to \"embedded\".");

    /// <summary>A resource was asked for before the provider was configured.</summary>
    public static Fault NotConfigured() => Input(
        "PT1107", "",
        "The provider is not configured yet.",
        "the configuration before the first resource.",
        "Report this: the Pulumi engine configures a provider before it uses it.");

    /// <summary>A setting belongs to the other engine.</summary>
    public static Fault SettingOfOtherEngine(string property, string engine, string only) => Input(
        "PT1108", property,
        $"The setting is set, but the engine is {Quote(engine)}.",
        $"the engine {Quote(only)}: no other engine has this setting.",
        "Remove the setting.") with
    {
        IsWarning = true,
    };

    /// <summary>Members are listed for a product whose machines this package does not look at.</summary>
    public static Fault MembersUnsupported(string property, ServerProduct product) => Input(
        "PT1109", property,
        $"Members are listed for a server of product {product}.",
        "members of a Lync pool, an Exchange organization or a SharePoint farm.",
        "Remove the members from this server.");
}
