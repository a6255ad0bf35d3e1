using System.CommandLine;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary><c>--json</c> of commands that have no other form than text beside it.</summary>
internal sealed class JsonOption : Option<bool>
{
    public JsonOption()
        : base("--json") => Description = "Write JSON, for programs";
}
