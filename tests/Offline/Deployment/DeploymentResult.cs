using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment;

/// <summary>How one command went.</summary>
public sealed record DeploymentResult(DeploymentEnd End, DeploymentLog Log)
{
    public bool Succeeded => End == DeploymentEnd.Success;

    public IEnumerable<Step> Changes => Log.Steps.Where(step => step.IsChange && !step.State.IsProvider);

    /// <summary>The last step of a resource by its name.</summary>
    public Step? Step(string name) => Log.Steps.LastOrDefault(step => step.Name == name);
}
