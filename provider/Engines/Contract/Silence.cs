namespace PartnerTrust.Engines.Contract;

/// <summary>For whoever does not want to hear how far a call has come.</summary>
public sealed class Silence : IProgress<string>
{
    private Silence()
    {
    }

    public static Silence Instance { get; } = new();

    public void Report(string value)
    {
    }
}
