using System.Globalization;

namespace PartnerTrust.Deployment.Commands;

/// <summary>A command, its operands and its options, spelled as the pulumi CLI spells them.</summary>
internal sealed record CommandLine(string Command, IReadOnlyList<string> Operands, HostOptions Options)
{
    public bool IsJson { get; private init; }

    public bool ShowsSecrets { get; private init; }

    public bool ShowsReplacementSteps { get; private init; }

    /// <summary>The resources to import.</summary>
    public string? File { get; private init; }

    public bool All { get; private init; }

    public const string Usage = """
        usage: partnertrust-deployment COMMAND [options]

        commands
          preview                          show what an update would do
          up                               preview, then update
          refresh                          bring the state up to date with what is there
          destroy                          delete everything
          import TYPE NAME ID              take an existing resource into the state
          import --file FILE               take all that the file lists
          config set KEY VALUE | rm KEY    change the stack's settings
          stack export | import | output   the state as JSON, from standard input, the stack's outputs
          state unprotect URN | --all      let protected resources be deleted again
          login, stack init NAME           accepted, as the state is always in local files

        options
          --cwd DIR               the project (default: here)
          --stack NAME            (default: dev)
          --state DIR             where state files lie
          --diff                  show every changed property
          --refresh               refresh before the update
          --expect-no-changes     fail if anything would change
          --target URN            change only this; may be repeated
          --replace URN           replace it, whatever the provider says; --target-replace URN: it alone
          --parallel N            how many resources at once
          --skip-preview          update without a preview
          --json, --show-secrets  for stack output and stack export
          --json, --show-replacement-steps  for preview
          --yes, --generate-code  accepted, as nothing is ever asked and no code is written
        """;

    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var operands = new List<string>();
        var options = new HostOptions();
        var line = new CommandLine("help", [], options);
        var rest = new Queue<string>(arguments.SelectMany(Split));
        while (rest.TryDequeue(out var argument))
        {
            switch (argument)
            {
                case "--cwd" or "-C": options = options with { Directory = Path.GetFullPath(Value(argument, rest)) }; break;
                case "--stack" or "-s": options = options with { Stack = Value(argument, rest) }; break;
                case "--state": options = options with { StateDirectory = Path.GetFullPath(Value(argument, rest)) }; break;
                case "--target" or "-t": options = options with { Targets = options.Targets.Add(Value(argument, rest)) }; break;
                case "--replace": options = options with { Replaces = options.Replaces.Add(Value(argument, rest)) }; break;
                case "--target-replace":
                    var only = Value(argument, rest);
                    options = options with { Targets = options.Targets.Add(only), Replaces = options.Replaces.Add(only) };
                    break;
                case "--parallel" or "-p": options = options with { Parallel = Number(argument, Value(argument, rest)) }; break;
                case "--diff": options = options with { ShowsDiff = true }; break;
                case "--refresh" or "-r": options = options with { RefreshesFirst = true }; break;
                case "--expect-no-changes": options = options with { ExpectsNoChanges = true }; break;
                case "--skip-preview" or "-f": options = options with { SkipsPreview = true }; break;
                case "--plaintext-secrets": options = options with { PlaintextSecrets = true }; break;
                case "--json" or "-j": line = line with { IsJson = true }; break;
                case "--show-replacement-steps": line = line with { ShowsReplacementSteps = true }; break;
                case "--show-secrets": line = line with { ShowsSecrets = true }; break;
                case "--file": line = line with { File = Path.GetFullPath(Value(argument, rest)) }; break;
                case "--all": line = line with { All = true }; break;
                case "--generate-code": Value(argument, rest); break;
                case "--yes" or "-y" or "--non-interactive" or "--local": break;
                default:
                    if (argument.StartsWith('-'))
                    {
                        throw new DeploymentException($"unknown option {argument}");
                    }

                    operands.Add(argument);
                    break;
            }
        }

        return line with { Command = operands.FirstOrDefault() ?? "help", Operands = [.. operands.Skip(1)], Options = options };
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
