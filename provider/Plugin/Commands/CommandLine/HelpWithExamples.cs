using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>The library's help, and after it the command's examples; at the top, what the exit codes mean.</summary>
/// <param name="help">The library's.</param>
/// <param name="program">The program's name.</param>
/// <param name="examples">Those of the program as a whole.</param>
internal sealed class HelpWithExamples(HelpAction help, string program, ImmutableArray<(string Typed, string Does)> examples)
    : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var (command, output) = (parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output);
        Write(output, "Examples:", command is RootCommand ? examples : (command as ExampledCommand)?.Examples ?? []);
        if (command is RootCommand)
        {
            output.WriteLine("Exit codes:");
            foreach (var (number, meaning) in ExitCodes.Meanings)
            {
                output.WriteLine($"  {number}  {meaning}");
            }

            output.WriteLine();
        }

        return code;
    }

    private void Write(TextWriter output, string title, ImmutableArray<(string Typed, string Does)> lines)
    {
        if (lines.IsEmpty)
        {
            return;
        }

        output.WriteLine(title);
        foreach (var (typed, does) in lines)
        {
            output.WriteLine($"  {does}:");
            output.WriteLine($"    {program} {typed}");
        }

        output.WriteLine();
    }
}
