namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>How much of a preview is written down.</summary>
public enum PreviewForm
{
    /// <summary>Every step, and what the provider foresees.</summary>
    WithOutputs,

    /// <summary>As the CLI does without options: the steps as they are before the provider is asked, and replacements as one step.</summary>
    WithoutOutputs,
}
