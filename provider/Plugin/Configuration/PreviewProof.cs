namespace PartnerTrust.Plugin.Configuration;

/// <summary>What a preview does with what it proves (design.md 5). The names are the wire values of the setting <c>proveOnPreview</c>.</summary>
public enum PreviewProof
{
    /// <summary>It proves nothing. Also <c>false</c>.</summary>
    Off,

    /// <summary>It tells. Also <c>true</c>.</summary>
    Warn,

    /// <summary>It fails where a check would fail the update, or the update is sure to be refused.</summary>
    Enforce,

    /// <summary>It fails, too, where that cannot be told.</summary>
    Strict,
}
