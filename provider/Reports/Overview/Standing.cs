namespace PartnerTrust.Reports.Overview;

/// <summary>How a direction stands, with both kinds of its calls.</summary>
public enum Standing
{
    /// <summary>All calls that matter are accepted.</summary>
    Accepted,

    /// <summary>Calls for users are accepted; calls without a user, of which something is made, are not.</summary>
    Partly,

    /// <summary>Nothing that is known refuses them, and not all is known.</summary>
    Open,

    /// <summary>They are refused.</summary>
    Refused,
}
