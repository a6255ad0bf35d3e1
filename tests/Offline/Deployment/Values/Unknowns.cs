namespace PartnerTrust.Deployment.Values;

internal static class Unknowns
{
    /// <summary>The sentinel of a string that is known only after the update (pulumi-protocol.md 3).</summary>
    public const string Text = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
