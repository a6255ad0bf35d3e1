using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Trust.Faults;

/// <summary>What real servers can do to a write, and what an engine cannot do at all.</summary>
public static partial class FaultCatalogue
{
    /// <summary>A record of that name is about another partner than the one that the stack recorded.</summary>
    /// <cause>Since the stack last looked, somebody removed the record and made another one of the same name for another partner, or registered it
    /// anew after the partner's realm had changed.</cause>
    /// <seen>Compare what the record is about with the stack's state, on Exchange or on Lync:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm, AuthMetadataUrl</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Realm</code></seen>
    /// <remedy>Nothing was changed. If the new record is the right one, let the stack take note of it, and then correct the program or let the next
    /// update bring the record back to it:
    /// <code>pulumi refresh</code>
    /// <para>If it has no business there, remove it on the server by its name, and let the update make the stack's own again:</para>
    /// <code>Remove-CsPartnerApplication -Identity exchange</code>
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault RecordOfAnother(string kind, string server, string name, PartnerIdentity found, PartnerIdentity recorded) => new(
        "PT4031", "name", $"The {kind} \"{name}\" on {server} is about {Described(found)}.", $"{Described(recorded)}, as the stack's state knows it.",
        "Somebody put another record in its place, which is left alone. Run \"pulumi refresh\" to take it over, or remove it on the server.");

    /// <summary>Whether a write took effect is not known.</summary>
    /// <cause>The update was cancelled, the cmdlet ran into its time limit, or the shell or the network broke off, while a cmdlet was changing a
    /// server; and it could not be made out what came of it.</cause>
    /// <seen>With <c>partnertrust:transcript</c>, the last lines of the file show the cmdlet and how it ended. On the server, the cmdlet that begins
    /// with <c>Get-</c> in place of <c>Set-</c> or <c>New-</c> shows what is there.</seen>
    /// <remedy>Once the server answers again, run the update again. It looks first: what has taken effect is taken over, and only the rest is done:
    /// <code>pulumi up --refresh</code>
    /// <para>If it was the time limit, raise it, in seconds:</para>
    /// <code>pulumi config set --path partnertrust:timeouts.write 600</code></remedy>
    public static Fault WriteInterrupted(string server, string what, string cause) => new(
        "PT8015", "", $"{what} on {server} was interrupted: {cause}", "an answer that says what is there now.",
        "Whether it took effect is not known. Run the update again: it looks first, and takes over what is already as it should be.");

    /// <summary>The engine cannot do what the resource needs.</summary>
    /// <cause>The resource asks for something that the chosen engine has no way to do. With <c>powerShell</c> these are changes of a third party's
    /// token server, such as a CertificateBinding for it, and partners of SharePoint behind an authorization server.</cause>
    /// <remedy>Remove the resource or property from the stack of real servers, and do that step by the tools of the token server: its certificate,
    /// and the clients that are registered with it. An AuthMetadataEndpoint and AuthorizationServers that name its document may stay, for they only
    /// read it.
    /// <para>On SharePoint declare an AuthorizationServer, which is itself the record there, or register the partner by its
    /// <c>authMetadataUrl</c>.</para></remedy>
    public static Fault EngineCannot(string engine, string what) => new(
        "PT8016", "", $"The engine \"{engine}\" cannot {what}.", "an engine that can.",
        "Remove the resource or the property that asks for it, or use another engine.");

    /// <summary>The emulated servers cannot speak TLS on this machine.</summary>
    /// <cause>The plugin runs where no TLS certificate can be made or shown: a policy of the operating system forbids the algorithm (ECDSA P-256),
    /// OpenSSL is missing or damaged on Linux, or it is no real Windows that runs it.</cause>
    /// <remedy>Run the stack on another machine. On Linux look whether OpenSSL is there and whole:
    /// <code>openssl ecparam -name prime256v1 -genkey -noout</code></remedy>
    public static Fault EmulatedTlsUnavailable(string reason) => OfEngine(
        "PT8017", "", $"The emulated servers have no TLS on this machine: {reason.TrimEnd('.')}.",
        "an operating system that makes and shows certificates with a key on the curve P-256.",
        "Run the plugin on another machine; on Linux, install OpenSSL 3.");

    private static string Described(PartnerIdentity identity) => identity.Kind switch
    {
        PartnerKind.BehindAuthorizationServer => $"{identity.Principal} behind an authorization server",
        _ => identity.Principal,
    };
}
