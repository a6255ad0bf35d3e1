namespace PartnerTrust.Trust.Faults;

/// <summary>What somebody does to the servers that the embedded engine emulates, to see what happens.</summary>
public static partial class FaultCatalogue
{
    /// <summary>An emulated server was told to fail.</summary>
    /// <cause>Somebody let the server fail in one of the ways in which servers do, with <c>lab fault</c>, and it goes on until it is told to work
    /// again.</cause>
    /// <remedy>Let it work again:
    /// <code>pulumi-resource-partnertrust lab fault --server exch01.litwareinc.com --off</code></remedy>
    /// <param name="server">Which server.</param>
    /// <param name="kind">In which way.</param>
    public static Fault HostFaultSwitchedOn(string server, string kind) => new Fault(
        "PT7043", "", $"{server} was told to fail: {kind}.", "a server that works as servers do.",
        $"Let it work again: lab fault --server {server} --off") with
    {
        IsWarning = true,
    };
}
