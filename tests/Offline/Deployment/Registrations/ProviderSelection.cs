namespace PartnerTrust.Deployment.Registrations;

/// <summary>Which provider serves a registration: its own choice, that of the nearest ancestor, or the default one (pulumi-protocol.md
/// 4.4).</summary>
internal sealed class ProviderSelection(DeploymentRun run)
{
    public Task<string> FindAsync(Goal goal) => FindAsync(Urns.Package(goal.Type), goal.Provider, goal.Providers, goal.Parent, goal.Version);

    public async Task<string> FindAsync(
        string package, string explicitReference, IReadOnlyDictionary<string, string> own, string parent, string version)
    {
        if (explicitReference.Length > 0 && Serves(explicitReference, package))
        {
            return explicitReference;
        }

        if (own.TryGetValue(package, out var chosen))
        {
            return chosen;
        }

        return Inherited(package, parent) ?? await run.Providers.GetDefaultAsync(package, version);
    }

    private string? Inherited(string package, string parent)
    {
        while (run.Registered.TryGetValue(parent, out var ancestor))
        {
            if (ancestor.Goal.Providers.TryGetValue(package, out var reference))
            {
                return reference;
            }

            parent = ancestor.State.Parent;
        }

        return null;
    }

    private static bool Serves(string reference, string package) => Urns.Package(Urns.Type(Urns.OfReference(reference).Urn)) == package;
}
