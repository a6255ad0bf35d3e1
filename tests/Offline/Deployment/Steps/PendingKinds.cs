namespace PartnerTrust.Deployment.Steps;

internal static class PendingKinds
{
    public const string Creating = "creating";
    public const string Updating = "updating";
    public const string Deleting = "deleting";
    public const string Reading = "reading";
    public const string Importing = "importing";
}
