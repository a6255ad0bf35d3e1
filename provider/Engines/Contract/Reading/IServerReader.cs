using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>Looks at one server at a time and changes nothing. What cannot be read is a <see cref="Trust.Faults.FaultException"/>, never
/// "absent". Whoever only looks (previews, questions, imports, listings) needs this and nothing else.</summary>
public interface IServerReader
{
    Task<ServerSnapshot> ReadAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Null when the server has no record of that name; names compare without case.</summary>
    Task<PartnerApplication?> FindPartnerApplicationAsync(
        string server, string name, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>The server's records in order of name, after <paramref name="afterName"/>; a server may have very many.</summary>
    IAsyncEnumerable<PartnerApplication> ListPartnerApplicationsAsync(
        string server, string? afterName, IProgress<string> progress, CancellationToken cancellationToken);
}
