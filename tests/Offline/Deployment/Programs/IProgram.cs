namespace PartnerTrust.Deployment.Programs;

/// <summary>A program that declares resources.</summary>
internal interface IProgram
{
    /// <summary>Runs it against the monitor of <paramref name="run"/> and returns its exit code: 0, 32 when it has said what is wrong, or
    /// another.</summary>
    Task<int> RunAsync(DeploymentRun run, CancellationToken kill);
}
