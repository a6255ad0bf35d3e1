namespace PartnerTrust.Plugin.Values;

/// <summary>In which formats a value may come.</summary>
internal enum ValueFormats
{
    /// <summary>As the schema says.</summary>
    Native,

    /// <summary>Also as JSON text wherever the schema says anything but text: how several SDKs and stack configuration deliver provider
    /// settings (pulumi-protocol.md 2.3).</summary>
    NativeOrJsonText,
}
