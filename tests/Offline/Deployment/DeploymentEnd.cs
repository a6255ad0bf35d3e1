namespace PartnerTrust.Deployment;

/// <summary>How a command ends, by the exit codes of the pulumi CLI since 3.226.1 (https://www.pulumi.com/docs/iac/cli/exit-codes/).</summary>
public enum DeploymentEnd
{
    Success = 0,

    /// <summary>Nothing was begun: the command line, the project or a file is not as it must be.</summary>
    Error = 1,

    /// <summary>An operation of a resource failed, or the program did.</summary>
    ResourcesFailed = 4,

    /// <summary>With <c>--expect-no-changes</c>.</summary>
    ChangesUnexpected = 7,

    /// <summary>The user interrupted it.</summary>
    Cancelled = 8,
}
