using System.CommandLine;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary><c>completion SHELL</c>: a script by which a shell completes what is typed. It asks the program itself, which knows all its commands,
/// options and values.</summary>
internal static class CompletionCommand
{
    private const string PowerShellByItsProgram = "pwsh";

    private static readonly string[] Shells = ["powershell", "bash", "zsh", "fish"];

    public static Command Of(string program)
    {
        var shell = new Argument<string>("SHELL") { Description = $"Which shell: {string.Join(", ", Shells)}" };
        shell.CompletionSources.Add(Shells);
        shell.Validators.Add(result =>
        {
            var named = result.Tokens[^1].Value;
            if (!Shells.Contains(named) && named != PowerShellByItsProgram)
            {
                result.AddError($"There is no script for \"{named}\", but for {string.Join(", ", Shells)}.");
            }
        });
        var command = new ExampledCommand(
            "completion",
            "Write the script by which a shell completes commands, options and values",
            ("completion powershell | Out-String | Invoke-Expression", "In PowerShell, for this session or in the file that $PROFILE names"),
            ("completion bash > /etc/bash_completion.d/partnertrust", "In bash, for everybody"),
            ("completion zsh > ~/.zfunc/_partnertrust", "In zsh, where ~/.zfunc is one of $fpath"),
            ("completion fish > ~/.config/fish/completions/" + program + ".fish", "In fish")) { shell };
        command.SetAction(parsed => parsed.InvocationConfiguration.Output.Write(ScriptOf(parsed.GetRequiredValue(shell), program)));
        return command;
    }

    private static string ScriptOf(string shell, string program) => (shell switch
    {
        "powershell" or PowerShellByItsProgram => PowerShell,
        "bash" => Bash,
        "zsh" => Zsh,
        _ => Fish,
    }).Replace("PROGRAM", program, StringComparison.Ordinal).ReplaceLineEndings("\n");

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName PROGRAM, PROGRAM.exe -ScriptBlock {
            param($word, $ast, $position)
            $typed = "$ast".PadRight([Math]::Max(0, $position - $ast.Extent.StartOffset))
            $line = ($typed -replace '^\s*("[^"]*"|''[^'']*''|&?\s*\S+)\s?', '')
            $at = [Math]::Max(0, $line.Length)
            & $ast.CommandElements[0].Extent.Text.Trim('"', "'") "[suggest:$at]" "$line" 2>$null | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }

        """;

    private const string Bash = """
        _partnertrust_complete() {
            local line="${COMP_LINE:0:COMP_POINT}"
            line="${line#"${COMP_WORDS[0]}"}"
            line="${line# }"
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _partnertrust_complete PROGRAM

        """;

    private const string Zsh = """
        #compdef PROGRAM
        _partnertrust_complete() {
            local line="${(j: :)words[2,$CURRENT]}"
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
            compadd -a found
        }
        compdef _partnertrust_complete PROGRAM

        """;

    private const string Fish = """
        function __partnertrust_complete
            set -l typed (commandline -opc) (commandline -ct)
            set -l line (string join ' ' -- $typed[2..-1])
            $typed[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c PROGRAM -f -a '(__partnertrust_complete)'

        """;
}
