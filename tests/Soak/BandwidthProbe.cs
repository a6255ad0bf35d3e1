namespace PartnerTrust.Soak;

/// <summary>The engine measures each connection: a ping goes out with the data that arrives, and what arrives until it is answered says how
/// large the windows should be.</summary>
internal sealed class BandwidthProbe
{
    public static readonly byte[] Payload = [2, 4, 16, 16, 9, 14, 7, 7];

    private const int Largest = 16 * 1024 * 1024;
    private const double Enough = 0.66;
    private const int Growth = 2;

    private int window = EngineConnection.FirstWindow;
    private int sample;
    private bool waits;

    /// <summary>Returns whether a ping is due.</summary>
    public bool Received(int length)
    {
        sample = waits ? sample + length : length;
        return !waits && (waits = true);
    }

    /// <summary>Returns the new size of the windows, or null when it stays.</summary>
    public int? Answered()
    {
        waits = false;
        if (sample < window * Enough || window == Largest)
        {
            return null;
        }

        window = Math.Min(sample * Growth, Largest);
        return window;
    }
}
