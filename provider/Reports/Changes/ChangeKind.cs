namespace PartnerTrust.Reports.Changes;

/// <summary>What becomes of something by a change.</summary>
public enum ChangeKind
{
    /// <summary>It is there afterwards, and was not before.</summary>
    Added,

    /// <summary>It was there before, and is not afterwards.</summary>
    Removed,

    /// <summary>It is another afterwards.</summary>
    Changed,

    /// <summary>It stays as it is.</summary>
    Same,
}
