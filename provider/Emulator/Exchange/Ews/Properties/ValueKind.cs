namespace PartnerTrust.Emulator.Exchange.Ews.Properties;

/// <summary>How values of a property compare.</summary>
internal enum ValueKind
{
    Text,
    Number,
    Truth,
    Time,

    /// <summary>Importance and sensitivity: words with an order.</summary>
    Level,
}
