namespace PartnerTrust.Deployment.State;

/// <summary>Seconds a step may take, 0 for as long as the provider thinks right.</summary>
public sealed record CustomTimeouts(double Create, double Update, double Delete, double Read)
{
    public static CustomTimeouts None { get; } = new(0, 0, 0, 0);
}
