namespace VerifyTests;

/// <summary>A comparison that found no difference.</summary>
public sealed class VerifyResult
{
    internal VerifyResult(string text) => Text = text;

    /// <summary>The accepted text, as it stands in its file.</summary>
    public string Text { get; }
}
