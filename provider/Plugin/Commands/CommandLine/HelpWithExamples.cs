using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>A command's help, followed by what could be typed.</summary>
internal sealed class HelpWithExamples(string examples) : SynchronousCommandLineAction
{
    private readonly HelpAction help = new();

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine($"Examples:{Environment.NewLine}{examples}");
        return result;
    }
}
