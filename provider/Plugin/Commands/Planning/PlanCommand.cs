using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Hosting;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary><c>plan</c>: the cmdlets that <c>pulumi up</c> would run, for those who must approve them. It lets the <c>pulumi</c> CLI preview the
/// stack, with this process as its provider.</summary>
internal static class PlanCommand
{
    public static Command Of(CommandSurroundings around)
    {
        var stack = new Option<string>("--stack") { HelpName = "NAME", Description = "The stack; without it, the selected one" }.NeedsValue();
        var directory = new Option<string>("--cwd")
        {
            HelpName = "DIRECTORY",
            Description = "The project's directory; without it, this one",
        }.NeedsValue();
        var cli = new Option<string>("--pulumi")
        {
            HelpName = "FILE",
            Description = "The pulumi CLI; without it, the one on the search path",
        }.NeedsValue();
        var json = new JsonOption();
        var others = new Argument<string[]>("ARGUMENTS")
        {
            Description = "What else \"pulumi preview\" is to be given, after \"--\"",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var command = new ExampledCommand(
            "plan",
            "Show the cmdlets that \"pulumi up\" would run on real servers, running reads alone",
            ("plan --stack prod", "Show the cmdlets of an update, in the project's directory"),
            ("plan --stack prod --cwd ../trust -- --refresh", "Let the preview refresh first"),
            ("plan --stack prod --json > plan.json", "For a program that asks for approval"))
        {
            stack, directory, cli, json, others,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var place = Path.GetFullPath(parsed.GetValue(directory) ?? ".");
            string[] chosen = parsed.GetValue(stack) is { } name ? ["--stack", name] : [];
            var pulumi = new PulumiCli(
                parsed.GetValue(cli) ?? "pulumi", place, [.. chosen], [.. parsed.GetValue(others) ?? []], around.Messages);
            var planned = await new StackPlan(around, PluginProcess.Around(place, around.Logs), around.OpenEngine)
                .MakeAsync(pulumi, cancellationToken);
            await around.Output.WriteAsync(parsed.GetValue(json) ? PlanJson.Write(planned) : planned.Text);
            foreach (var problem in planned.Problems)
            {
                await around.Messages.WriteLineAsync(problem);
            }

            return planned.Succeeded ? ExitCodes.Well : ExitCodes.Critical;
        });
        return command;
    }
}
