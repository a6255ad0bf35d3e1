using System.Text.Json;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Operations;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Commands;

/// <summary>Runs one command and turns its end into an exit code.</summary>
internal sealed class CommandRunner(TextReader input, TextWriter output, TextWriter errors, TimeProvider time, Interruption interruption)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        try
        {
            var line = CommandLine.Parse(arguments);
            return (int)(line.Command is "help" or "--help" ? Help() : await RunAsync(line));
        }
        catch (Exception problem) when (problem is DeploymentException or IOException)
        {
            await errors.WriteLineAsync($"error: {problem.Message}");
            return (int)DeploymentEnd.Error;
        }
    }

    private DeploymentEnd Help()
    {
        output.WriteLine(CommandLine.Usage);
        return DeploymentEnd.Success;
    }

    private async Task<DeploymentEnd> RunAsync(CommandLine line)
    {
        var host = new DeploymentHost(line.Options, output, time, interruption);
        return (line.Command, line.Operands) switch
        {
            ("preview", []) when line.IsJson => await PreviewAsJsonAsync(line),
            ("preview", []) => (await host.PreviewAsync()).End,
            ("up", []) => (await host.UpAsync()).End,
            ("refresh", []) => (await host.RefreshAsync()).End,
            ("destroy", []) => (await host.DestroyAsync()).End,
            ("import", [var type, var name, var id]) => (await host.ImportAsync([new ImportRequest(type, name, id)])).End,
            ("import", []) when line.File is { } file => (await host.ImportAsync(ImportRequest.ReadFile(file))).End,
            ("config", ["set", var key, var value]) => Do(() => Settings(host, line).Set(key, value)),
            ("config", ["rm", var key]) => Do(() => Settings(host, line).Remove(key)),
            ("login", []) => DeploymentEnd.Success,
            ("stack", ["init", var stack]) => IsSelected(stack, line.Options.Stack),
            ("stack", ["export"]) when line.File is { } file => Do(() => File.WriteAllText(file, host.State.Export().ToJsonString(Indented))),
            ("stack", ["export"]) => Write(host.State.Export()),
            ("stack", ["import"]) => Import(host.State, await input.ReadToEndAsync()),
            ("stack", ["output", ..]) => WriteOutputs(host, line),
            ("state", ["unprotect"]) when line.All => Do(() => host.State.Unprotect(null)),
            ("state", ["unprotect", var urn]) => Do(() => host.State.Unprotect(urn)),
            _ => throw new DeploymentException($"unknown command '{line.Command} {string.Join(' ', line.Operands)}'"),
        };
    }

    private async Task<DeploymentEnd> PreviewAsJsonAsync(CommandLine line)
    {
        var host = new DeploymentHost(line.Options, TextWriter.Null, time, interruption);
        var preview = await host.PreviewAsync();
        Write(PreviewDigest.Of(preview.Log, line.ShowsReplacementSteps, StackConfiguration.Load(host.Project, line.Options.Stack)));
        return preview.End;
    }

    private static DeploymentEnd Do(Action action)
    {
        action();
        return DeploymentEnd.Success;
    }

    private static SettingsFile Settings(DeploymentHost host, CommandLine line) => new(host.Project, line.Options.Stack);

    /// <summary>Every stack exists; which one is meant, each command says for itself.</summary>
    private static DeploymentEnd IsSelected(string stack, string selected) => stack == selected
        ? DeploymentEnd.Success
        : throw new DeploymentException($"stacks are not selected here: give --stack {stack} to each command");

    private static DeploymentEnd Import(StateFile state, string text)
    {
        state.Import(JsonNode.Parse(text) ?? throw new DeploymentException("standard input holds no deployment"));
        return DeploymentEnd.Success;
    }

    private DeploymentEnd Write(JsonNode json)
    {
        output.WriteLine(json.ToJsonString(Indented));
        return DeploymentEnd.Success;
    }

    private DeploymentEnd WriteOutputs(DeploymentHost host, CommandLine line)
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
            return DeploymentEnd.Success;
        }

        if (line.IsJson)
        {
            return Write(Json(outputs) ?? new JsonObject());
        }

        foreach (var (key, value) in outputs)
        {
            output.WriteLine($"{key}: {ValueText.Of(value)}");
        }

        return DeploymentEnd.Success;
    }

    private static JsonNode? Json(PropertyValue value) => PropertyJson.Write(value, new PlaintextCipher());
}
