using System.Globalization;

namespace PartnerTrust.Deployment.Commands;

/// <summary>A command, its operands and its options, spelled as the pulumi CLI spells them.</summary>
internal sealed record CommandLine(string Command, IReadOnlyList<string> Operands, HostOptions Options, bool IsJson, bool ShowsSecrets)
{
    public const string Usage = """
        usage: partnertrust-deployment COMMAND [options]

        commands
          preview                          show what an update would do
          up                               preview, then update
          refresh                          bring the state up to date with what is there
          destroy                          delete everything
          import TYPE NAME ID              take an existing resource into the state
          stack export | import | output   the state as JSON, from standard input, the stack's outputs

        options
          --cwd DIR               the project (default: here)
          --stack NAME            (default: dev)
          --state DIR             where state files lie
          --diff                  show every changed property
          --refresh               refresh before the update
          --expect-no-changes     fail if anything would change
          --target URN            change only this; may be repeated
          --parallel N            how many resources at once
          --skip-preview          update without a preview
          --json, --show-secrets  for stack output and stack export
          --yes                   accepted, as nothing is ever asked
        """;

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var operands = new List<string>();
        var options = new HostOptions();
        var isJson = false;
        var showsSecrets = false;
        var rest = new Queue<string>(arguments.SelectMany(Split));
        while (rest.TryDequeue(out var argument))
        {
            switch (argument)
            {
                case "--cwd" or "-C": options = options with { Directory = Path.GetFullPath(Value(argument, rest)) }; break;
                case "--stack" or "-s": options = options with { Stack = Value(argument, rest) }; break;
                case "--state": options = options with { StateDirectory = Path.GetFullPath(Value(argument, rest)) }; break;
                case "--target" or "-t": options = options with { Targets = options.Targets.Add(Value(argument, rest)) }; break;
                case "--parallel" or "-p": options = options with { Parallel = Number(argument, Value(argument, rest)) }; break;
                case "--diff": options = options with { ShowsDiff = true }; break;
                case "--refresh" or "-r": options = options with { RefreshesFirst = true }; break;
                case "--expect-no-changes": options = options with { ExpectsNoChanges = true }; break;
                case "--skip-preview" or "-f": options = options with { SkipsPreview = true }; break;
                case "--plaintext-secrets": options = options with { PlaintextSecrets = true }; break;
                case "--json" or "-j": isJson = true; break;
                case "--show-secrets": showsSecrets = true; break;
                case "--yes" or "-y" or "--non-interactive": break;
                default:
                    if (argument.StartsWith('-')) throw new DeploymentException($"unknown option {argument}");
                    operands.Add(argument);
                    break;
            }
        }

        return new CommandLine(operands.FirstOrDefault() ?? "help", [.. operands.Skip(1)], options, isJson, showsSecrets);
    }

    private static string[] Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

    private static string Value(string option, Queue<string> rest) =>
        rest.TryDequeue(out var value) ? value : throw new DeploymentException($"{option} needs a value");

    private static int Number(string option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new DeploymentException($"{option} needs a positive number, not '{text}'");
}
