using System.Collections.Concurrent;
using System.Net;
using System.Runtime.CompilerServices;

namespace PartnerTrust.Network.Tests;

/// <summary>The proxy settings of the machine, as far as these tests are concerned: it is asked, and then everything goes straight on.</summary>
internal sealed class MachineProxy : IWebProxy
{
    private static readonly ConcurrentBag<Uri> All = [];

    public static IEnumerable<Uri> Asked => All;

    public ICredentials? Credentials { get; set; }

    [ModuleInitializer]
    public static void Install() => HttpClient.DefaultProxy = new MachineProxy();

    public Uri? GetProxy(Uri destination)
    {
        All.Add(destination);
        return null;
    }

    public bool IsBypassed(Uri host)
    {
        All.Add(host);
        return true;
    }
}
