namespace PartnerTrust.Plugin.Checking;

/// <summary>Which forms a value may come in.</summary>
internal enum ValueForms
{
    /// <summary>As the schema says.</summary>
    Native,

    /// <summary>Also as JSON text wherever the schema says anything but text: how several SDKs and stack configuration deliver provider
    /// settings (pulumi-protocol.md 2.3).</summary>
    NativeOrJsonText,
}
