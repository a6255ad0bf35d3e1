using System.CommandLine;
using System.CommandLine.Invocation;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>Answers an option with a text, in the place of a command.</summary>
internal sealed class AnswerAction(Func<string> answer) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.Write(answer());
        return 0;
    }
}
