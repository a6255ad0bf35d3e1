using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>The <c>pulumi</c> CLI. Its messages go where ours go.</summary>
/// <param name="cli">The program.</param>
/// <param name="directory">Where it runs.</param>
/// <param name="stack">The arguments that choose the stack.</param>
/// <param name="others">What the preview is given beside what its digest needs.</param>
/// <param name="messages">Where its messages go.</param>
internal sealed class PulumiCli(
    string cli, string directory, ImmutableArray<string> stack, ImmutableArray<string> others, TextWriter messages) : IPulumi
{
    private const string AttachedProviders = "PULUMI_DEBUG_PROVIDERS";

    /// <exception cref="FaultException">There is no such CLI, or it tells nothing that can be read.</exception>
    public async Task<PreviewDigest> PreviewAsync(int port, CancellationToken cancellationToken)
    {
        var (answer, exitCode) = await RunAsync(
            ["preview", "--json", "--show-replacement-steps", "--non-interactive", .. stack, .. others], Attached(port), cancellationToken);
        return PreviewDigest.Read(answer) is { } digest
            ? digest with { Succeeded = exitCode == 0 }
            : throw new FaultException(FaultCatalogue.PreviewUnreadable(cli, exitCode));
    }

    public async Task<PropertyMap?> FindProviderAsync(string reference, CancellationToken cancellationToken)
    {
        var (answer, exitCode) = await RunAsync(["stack", "export", .. stack], "", cancellationToken);
        return exitCode == 0 ? StateExport.FindInputs(answer, reference) : null;
    }

    /// <summary>The stack's configuration, with what its environment gives it; null where it is not told.</summary>
    public async Task<string?> ReadConfigurationAsync(CancellationToken cancellationToken)
    {
        var (answer, exitCode) = await RunAsync(["config", "--json", "--non-interactive", .. stack], "", cancellationToken);
        return exitCode == 0 ? answer : null;
    }

    private static string Attached(int port)
    {
        var others = (Environment.GetEnvironmentVariable(AttachedProviders) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
            .Where(other => !other.StartsWith($"{PackageSchema.PackageName}:", StringComparison.Ordinal));
        return string.Join(',', [.. others, string.Create(CultureInfo.InvariantCulture, $"{PackageSchema.PackageName}:{port}")]);
    }

    private async Task<(string Answer, int ExitCode)> RunAsync(
        IEnumerable<string> arguments, string attached, CancellationToken cancellationToken)
    {
        using var process = Start(arguments, attached);
        var errors = TellAsync(process.StandardError);
        try
        {
            var answer = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            await errors;
            return (answer, process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private Process Start(IEnumerable<string> arguments, string attached)
    {
        var start = new ProcessStartInfo(cli, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[AttachedProviders] = attached;
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception missing)
        {
            throw new FaultException(FaultCatalogue.CliMissing(cli, directory), missing);
        }
    }

    private async Task TellAsync(StreamReader errors)
    {
        while (await errors.ReadLineAsync() is { } line)
        {
            await messages.WriteLineAsync(line);
        }
    }
}
