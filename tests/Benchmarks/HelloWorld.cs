using System.ComponentModel;
using System.Diagnostics;

namespace PartnerTrust.Benchmarks;

/// <summary>The fastest program that says something: native, if this machine has a C compiler, else <c>/bin/true</c>.</summary>
internal sealed record HelloWorld(string Name, string Path, TemporaryDirectory Directory) : IDisposable
{
    private const string Source = "#include <stdio.h>\nint main(void) { puts(\"hello, world\"); return 0; }\n";

    public static async Task<HelloWorld> BuildAsync(CancellationToken cancellation)
    {
        var directory = new TemporaryDirectory();
        var source = System.IO.Path.Combine(directory.Path, "hello.c");
        var program = System.IO.Path.Combine(directory.Path, "hello");
        await File.WriteAllTextAsync(source, Source, cancellation);
        return await CompileAsync(source, program, cancellation)
            ? new HelloWorld("native hello world", program, directory)
            : new HelloWorld("/bin/true", "/bin/true", directory);
    }

    public void Dispose() => Directory.Dispose();

    private static async Task<bool> CompileAsync(string source, string program, CancellationToken cancellation)
    {
        try
        {
            using var compiler = Process.Start("cc", ["-O2", "-o", program, source]);
            await compiler.WaitForExitAsync(cancellation);
            return compiler.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
