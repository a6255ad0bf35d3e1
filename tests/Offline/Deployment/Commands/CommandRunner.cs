using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Operations;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Commands;

/// <summary>Runs one command and turns its end into an exit code: 0, or 255 as the pulumi CLI has it.</summary>
internal sealed class CommandRunner(TextReader input, TextWriter output, TextWriter errors, TimeProvider time, Interruption interruption)
{
    private const int Failed = 255;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            var line = CommandLine.Parse(arguments);
            return line.Command is "help" or "--help" ? Help() : await RunAsync(line) ? 0 : Failed;
        }
        catch (Exception problem) when (problem is DeploymentException or IOException)
        {
            await errors.WriteLineAsync($"error: {problem.Message}");
            return Failed;
        }
    }

    private int Help()
    {
        output.WriteLine(CommandLine.Usage);
        return 0;
    }

    private async Task<bool> RunAsync(CommandLine line)
    {
        var host = new DeploymentHost(line.Options, output, time, interruption);
        return (line.Command, line.Operands) switch
        {
            ("preview", []) when line.IsJson => await PreviewAsJsonAsync(line),
            ("preview", []) => (await host.PreviewAsync()).Succeeded,
            ("up", []) => (await host.UpAsync()).Succeeded,
            ("refresh", []) => (await host.RefreshAsync()).Succeeded,
            ("destroy", []) => (await host.DestroyAsync()).Succeeded,
            ("import", [var type, var name, var id]) => (await host.ImportAsync([new ImportRequest(type, name, id)])).Succeeded,
            ("import", []) when line.File is { } file => (await host.ImportAsync(ImportRequest.ReadFile(file))).Succeeded,
            ("config", ["set", var key, var value]) => Do(() => Settings(host, line).Set(key, value)),
            ("config", ["rm", var key]) => Do(() => Settings(host, line).Remove(key)),
            ("login", []) => true,
            ("stack", ["init", var stack]) => IsSelected(stack, line.Options.Stack),
            ("stack", ["export"]) => Write(host.State.Export()),
            ("stack", ["import"]) => Import(host.State, await input.ReadToEndAsync()),
            ("stack", ["output", ..]) => WriteOutputs(host, line),
            ("state", ["unprotect"]) when line.All => Do(() => host.State.Unprotect(null)),
            ("state", ["unprotect", var urn]) => Do(() => host.State.Unprotect(urn)),
            _ => throw new DeploymentException($"unknown command '{line.Command} {string.Join(' ', line.Operands)}'"),
        };
    }

    private async Task<bool> PreviewAsJsonAsync(CommandLine line)
    {
        var preview = await new DeploymentHost(line.Options, TextWriter.Null, time, interruption).PreviewAsync();
        Write(PreviewDigest.Of(preview.Log, line.ShowsReplacementSteps));
        return preview.Succeeded;
    }

    private static bool Do(Action action)
    {
        action();
        return true;
    }

    private static SettingsFile Settings(DeploymentHost host, CommandLine line) => new(host.Project, line.Options.Stack);

    /// <summary>Every stack exists; which one is meant, each command says for itself.</summary>
    private static bool IsSelected(string stack, string selected) => stack == selected
        ? true
        : throw new DeploymentException($"stacks are not selected here: give --stack {stack} to each command");

    private static bool Import(StateFile state, string text)
    {
        state.Import(JsonNode.Parse(text) ?? throw new DeploymentException("standard input holds no deployment"));
        return true;
    }

    private bool Write(JsonNode json)
    {
        output.WriteLine(json.ToJsonString(Indented));
        return true;
    }

    private bool WriteOutputs(DeploymentHost host, CommandLine line)
    {
        using var journal = host.State.Open(persist: false);
        var outputs = journal.Before.Select(slot => slot.State).FirstOrDefault(state => state.Type == Urns.StackType)?.Outputs ?? PropertyMap.Empty;
        if (!line.ShowsSecrets)
        {
            outputs = outputs.RewriteMap(value => value is SecretValue ? "[secret]" : value);
        }
        else
        {
            outputs = outputs.WithoutSecretMarks();
        }

        if (line.Operands is [_, var name])
        {
            var value = outputs.GetValueOrDefault(name) ?? throw new DeploymentException($"the stack has no output '{name}'");
            output.WriteLine(value is TextValue text && !line.IsJson ? text.Value : Json(value)?.ToJsonString(Indented) ?? "null");
            return true;
        }

        if (line.IsJson)
        {
            return Write(Json(outputs) ?? new JsonObject());
        }

        foreach (var (key, value) in outputs)
        {
            output.WriteLine($"{key}: {ValueText.Of(value)}");
        }

        return true;
    }

    private static JsonNode? Json(PropertyValue value) => PropertyJson.Write(value, new PlaintextCipher());
}
