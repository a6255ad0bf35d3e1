namespace PartnerTrust.Trust.Servers;

/// <summary>What a product knows about the succession of its signing certificates (domain.md 2.1).</summary>
/// <param name="KeepsGenerations">Whether old, current and staged certificates live side by side.</param>
/// <param name="LeadTime">The least time between staging and taking effect that the vendor asks for.</param>
/// <param name="Overlap">The least time between taking effect and the expiry of the replaced certificate.</param>
/// <param name="ActivationDelay">How long after the effective date the product may take to switch.</param>
public sealed record ProductLifecycle(bool KeepsGenerations, TimeSpan LeadTime, TimeSpan Overlap, TimeSpan ActivationDelay)
{
    private static readonly ProductLifecycle Lync = new(true, TimeSpan.FromHours(24), TimeSpan.FromHours(24), TimeSpan.Zero);

    // The servicelet that activates a staged certificate runs every 12 hours.
    private static readonly ProductLifecycle Exchange = new(true, TimeSpan.FromHours(48), TimeSpan.Zero, TimeSpan.FromHours(12));

    private static readonly ProductLifecycle SharePoint = new(false, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    private static readonly ProductLifecycle TokenServer = new(true, TimeSpan.FromHours(24), TimeSpan.Zero, TimeSpan.Zero);

    public static ProductLifecycle Of(ServerProduct product) => product switch
    {
        ServerProduct.LyncServer => Lync,
        ServerProduct.ExchangeServer => Exchange,
        ServerProduct.SharePointServer => SharePoint,
        ServerProduct.TokenServer => TokenServer,
        _ => throw new ArgumentOutOfRangeException(nameof(product), product, "Not a known product."),
    };
}
