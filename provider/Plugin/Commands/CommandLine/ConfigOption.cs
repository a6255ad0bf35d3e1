using System.CommandLine;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary><c>--config FILE</c>: the stack whose servers a command is about.</summary>
internal sealed class ConfigOption : Option<string>
{
    public const string OptionName = "--config";

    public ConfigOption()
        : base(OptionName)
    {
        HelpName = "FILE";
        Description = "A stack's configuration, as \"pulumi config --json\" writes it: its servers are asked themselves";
        this.NeedsValue();
    }
}
