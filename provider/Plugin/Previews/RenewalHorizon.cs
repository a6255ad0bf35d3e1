namespace PartnerTrust.Plugin.Previews;

/// <summary>How near an end may come before a preview tells of it: as near as the program has certificates renewed.</summary>
internal sealed class RenewalHorizon
{
    /// <summary>As many days as <c>renewBeforeDays</c> without a word of the program.</summary>
    public const int UsualDays = 60;

    private readonly Lock gate = new();
    private int? longest;
    private bool isReached;

    /// <summary>The longest that a certificate of the program asks for.</summary>
    public int Days
    {
        get
        {
            lock (gate)
            {
                return longest ?? UsualDays;
            }
        }
    }

    /// <summary>Whether, as the stack remembers, a certificate of the program is that near its end, or about to be followed by another.</summary>
    public bool IsReached
    {
        get
        {
            lock (gate)
            {
                return isReached;
            }
        }
    }

    /// <summary>A certificate is declared.</summary>
    /// <param name="days">How many days before its end it is to be renewed.</param>
    public void Declare(int days)
    {
        lock (gate)
        {
            longest = Math.Max(days, longest ?? 0);
        }
    }

    public void Reach()
    {
        lock (gate)
        {
            isReached = true;
        }
    }
}
