using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PartnerTrust.Testing.Basics;

/// <summary>An OpenSSH server of the test's own on the loopback: its own port, host key and configuration, one key that may enter as whoever runs the
/// tests, and their PATH. Tests that need it are skipped, with a word, where OpenSSH is not installed.</summary>
public sealed class LoopbackSshd : IAsyncDisposable
{
    private const string Listens = "Server listening on";
    private const int Attempts = 5;

    private static readonly string? Program = Find("sshd", "/usr/sbin", "/usr/local/sbin", "/sbin");

    private readonly TemporaryDirectory directory;
    private readonly Process process;

    private LoopbackSshd(TemporaryDirectory directory, Process process, int port) =>
        (this.directory, this.process, Port) = (directory, process, port);

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing { get; } =
        Program is null || Find("ssh") is null || Find("ssh-keygen") is null ? "OpenSSH (ssh, sshd, ssh-keygen) is not installed" : null;

    public int Port { get; }

    /// <summary>The private key that opens it.</summary>
    public string Key => directory.Combine("user");

    /// <summary>The file that names its host key.</summary>
    public string KnownHosts => directory.Combine("known");

    /// <summary>A command line that runs what follows it on the far side, asking nothing.</summary>
    public IReadOnlyList<string> Client =>
    [
        "ssh", "-F", "none", "-i", Key, "-p", $"{Port}", "-o", "IdentitiesOnly=yes", "-o", "IdentityAgent=none", "-o", "BatchMode=yes",
        "-o", $"UserKnownHostsFile={KnownHosts}", "-o", "StrictHostKeyChecking=yes", "-T", "localhost",
    ];

    /// <param name="subsystem">Name and command line of one; none where it is null.</param>
    public static async Task<LoopbackSshd> StartAsync(string? subsystem = null)
    {
        var directory = new TemporaryDirectory();
        try
        {
            MakePrivilegeSeparationFolder();
            await MakeKeyAsync(directory.Combine("host"));
            await MakeKeyAsync(directory.Combine("user"));
            File.Copy(directory.Combine("user.pub"), directory.Combine("authorized"));
            for (var attempt = 1; ; attempt++)
            {
                var port = FreePort();
                await File.WriteAllTextAsync(directory.Combine("config"), Configuration(directory, port, subsystem));
                await File.WriteAllTextAsync(
                    directory.Combine("known"), $"[localhost]:{port} {await File.ReadAllTextAsync(directory.Combine("host.pub"))}");
                var (process, said) = await LaunchAsync(directory.Combine("config"));
                if (process is not null)
                {
                    return new LoopbackSshd(directory, process, port);
                }

                // Somebody else may have taken the port meanwhile.
                if (attempt == Attempts)
                {
                    throw new InvalidOperationException($"sshd does not start: {said}");
                }
            }
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Ends the server's end of every connection as by <c>kill -9</c>. What ran for them is left alone.</summary>
    public void CutSessions()
    {
        foreach (var child in File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            using var session = Process.GetProcessById(int.Parse(child, null));
            session.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        directory.Dispose();
    }

    private static string? Find(string program, params string[] folders) => OperatingSystem.IsWindows() ? null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(folders).Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static string Configuration(TemporaryDirectory directory, int port, string? subsystem) => $"""
        ListenAddress localhost:{port}
        HostKey {directory.Combine("host")}
        AuthorizedKeysFile {directory.Combine("authorized")}
        PidFile none
        UsePAM no
        StrictModes no
        PermitRootLogin prohibit-password
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        MaxStartups 100
        SetEnv "PATH={Environment.GetEnvironmentVariable("PATH")}" "DOTNET_CLI_TELEMETRY_OPTOUT=1" "POWERSHELL_TELEMETRY_OPTOUT=1"
        {(subsystem is null ? "" : $"Subsystem {subsystem}")}

        """;

    /// <summary>Root's sshd does not start without it; packages leave it to the service manager to make.</summary>
    private static void MakePrivilegeSeparationFolder()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory("/run/sshd");
        }
    }

    private static async Task MakeKeyAsync(string path)
    {
        using var keygen = Process.Start(new ProcessStartInfo("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", path]))!;
        await keygen.WaitForExitAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(Process? Process, string Said)> LaunchAsync(string configuration)
    {
        var process = Process.Start(new ProcessStartInfo(Program!, ["-D", "-e", "-f", configuration]) { RedirectStandardError = true })!;
        var said = "";
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (line.StartsWith(Listens, StringComparison.Ordinal))
            {
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return (process, said);
            }
        }

        process.Dispose();
        return (null, said);
    }
}
