using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Writes the modules that come into a shell while it runs.</summary>
internal interface ISessionModules
{
    /// <summary>Path of a module with those of the named cmdlets that the release has; null where it has none of them.</summary>
    /// <param name="edition">The server's release.</param>
    /// <param name="machine">Who answers.</param>
    /// <param name="session">The session that they come through; null on the machine itself.</param>
    /// <param name="cmdlets">Which; null for all.</param>
    /// <param name="rbac">What is hidden.</param>
    string? Write(Edition edition, string machine, Guid? session, IReadOnlyCollection<string>? cmdlets, Rbac rbac);
}
