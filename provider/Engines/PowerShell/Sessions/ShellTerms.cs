using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>What a shell may run.</summary>
/// <param name="Cmdlets">Exact names.</param>
/// <param name="Scripts">Scripts that may be run in the session's own scope, by the name that calls give them.</param>
/// <param name="NeedsHost">Whether cmdlets see a host, as a session with a console has it: only start-up scripts ask for one.</param>
internal sealed record ShellTerms(ImmutableArray<string> Cmdlets, ImmutableSortedDictionary<string, string> Scripts, bool NeedsHost)
{
    /// <summary>The line that says so to the bridge.</summary>
    public string Hello(string marker) => new JObject
    {
        ["marker"] = marker,
        ["allowed"] = new JArray(Cmdlets),
        ["scripts"] = new JArray(Scripts.Select(script => new JArray(script.Key, script.Value))),
        ["host"] = NeedsHost,
    }.ToString(Formatting.None);
}
