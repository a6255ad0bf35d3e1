namespace PartnerTrust.Plugin.Previews;

internal enum CheckOutlook
{
    Holds,
    Fails,

    /// <summary>It cannot be told before the update.</summary>
    Open,
}
