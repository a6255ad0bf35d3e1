using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Questions;

/// <summary>All that the servers keep, as far as they can be read.</summary>
/// <param name="State">What was read.</param>
/// <param name="Unread">The servers that could not be, with the reason, in order of fqdn; in <paramref name="State"/> they are known by name
/// alone, and all else of them is unseen.</param>
public sealed record WholeTrust(TrustState State, ImmutableArray<(string Server, Fault Fault)> Unread)
{
    /// <summary>Reads all servers, side by side.</summary>
    public static async Task<WholeTrust> ReadAsync(
        ITrustEngine engine, ServerDirectory servers, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var read = await Task.WhenAll(servers.Servers.OrderBy(server => server.Fqdn, StringComparer.Ordinal)
            .Select(server => ReadAsync(engine.Reader, server, progress, cancellationToken)));
        var state = read.Aggregate(
            servers.Bare, (so, one) => one.Snapshot is { } snapshot ? so.With(one.Server, snapshot) : so) with
        {
            Mailboxes = TrustState.Empty.Mailboxes.SetItems(servers.Mailboxes.Select(mailbox => KeyValuePair.Create(mailbox.SipUri, mailbox))),
            MailboxesAreComplete = engine.Mailboxes is not null,
            Unseen =
            [
                .. from one in read
                   where one.Snapshot is null
                   from part in Enum.GetValues<TrustPart>()
                   select (one.Server.Fqdn, part),
            ],
        };
        return new WholeTrust(state, [.. read.Where(one => one.Fault is not null).Select(one => (one.Server.Fqdn, one.Fault!))]);
    }

    private static async Task<(Server Server, ServerSnapshot? Snapshot, Fault? Fault)> ReadAsync(
        IServerReader reader, Server server, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            return (server, await reader.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.All), progress, cancellationToken), null);
        }
        catch (FaultException unreadable) when (!cancellationToken.IsCancellationRequested)
        {
            return (server, null, unreadable.Faults[0]);
        }
    }
}
