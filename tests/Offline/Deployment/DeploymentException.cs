namespace PartnerTrust.Deployment;

/// <summary>What the user has to know, and nothing else: shown without a stack.</summary>
public sealed class DeploymentException : Exception
{
    public DeploymentException(string message)
        : base(message)
    {
    }

    public DeploymentException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
