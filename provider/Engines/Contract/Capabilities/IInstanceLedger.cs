using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Contract.Capabilities;

/// <summary>What a store keeps beside the trust: who it is, and which of several resources with one id stands. It lies in the store and not in a
/// process, because the resource that is replaced and the one that takes its place may be served by different processes. A failed read or
/// write is a <see cref="FaultException"/>.</summary>
public interface IInstanceLedger
{
    /// <summary>Where the store is, or would be: the absolute path of the data directory.</summary>
    string Place { get; }

    /// <summary>Made with the store, kept by its copies; null where there is no store. Looking makes none.</summary>
    Task<Guid?> FindIdentityAsync(CancellationToken cancellationToken);

    /// <summary>Whether any resource that was written here still stands. Looking makes no store.</summary>
    Task<bool> IsInUseAsync(CancellationToken cancellationToken);

    /// <summary>The mark of the resource that was written last; null where none was, or it was deleted.</summary>
    /// <param name="type">The last part of the resource's token.</param>
    /// <param name="id">The resource's id; names in it compare without case.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    Task<string?> FindMarkAsync(string type, string id, CancellationToken cancellationToken);

    /// <summary>The id under which the resource of that URN was written last; null where it was not, or it was deleted. A replacement that is asked
    /// for on the command line is created without any word about what it replaces.</summary>
    Task<string?> FindIdAsync(string type, string urn, CancellationToken cancellationToken);

    /// <summary>Notes that the resource of that URN stands under that id, and under no other.</summary>
    Task SetMarkAsync(string type, string id, string mark, string urn, CancellationToken cancellationToken);

    /// <summary>Removing what is absent succeeds.</summary>
    Task RemoveMarkAsync(string type, string id, CancellationToken cancellationToken);
}
