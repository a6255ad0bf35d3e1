using System.Collections.Immutable;

namespace Pulumi.PartnerTrust.Testing;

/// <summary>The servers and mailboxes that a test emulates: what <c>partnertrust:servers</c> and <c>partnertrust:mailboxes</c> are to a
/// stack.</summary>
public sealed record EmbeddedInstallation
{
    internal ImmutableArray<ImmutableDictionary<string, object>> Servers { get; init; } = [];

    internal ImmutableArray<ImmutableDictionary<string, object>> Mailboxes { get; init; } = [];

    /// <param name="fqdn">Its fully qualified domain name.</param>
    /// <param name="product">What answers under that name.</param>
    /// <param name="realm">Its realm; default: the name less its first label.</param>
    public EmbeddedInstallation WithServer(string fqdn, ServerProduct product, string? realm = null)
    {
        var server = ImmutableDictionary<string, object>.Empty.Add("fqdn", fqdn).Add("product", (string)product);
        return this with { Servers = Servers.Add(realm is null ? server : server.Add("realm", realm)) };
    }

    /// <param name="sipUri">The user's SIP address.</param>
    /// <param name="smtpAddress">The mailbox's primary address.</param>
    /// <param name="server">The Exchange server that holds it.</param>
    /// <param name="archiveEnabled">Whether it has an archive.</param>
    public EmbeddedInstallation WithMailbox(string sipUri, string smtpAddress, string server, bool archiveEnabled = false) => this with
    {
        Mailboxes = Mailboxes.Add(ImmutableDictionary<string, object>.Empty
            .Add("sipUri", sipUri)
            .Add("smtpAddress", smtpAddress)
            .Add("server", server)
            .Add("archiveEnabled", archiveEnabled)),
    };
}
