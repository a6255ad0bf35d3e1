using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace VerifyTests;

/// <summary>The accepted text of a test and what was received instead, side by side in the folder of the test's source file.</summary>
internal sealed class SnapshotFiles
{
    /// <summary>UTF-8 with a byte order mark, as the package writes it.</summary>
    private static readonly UTF8Encoding Written = new(encoderShouldEmitUTF8Identifier: true);

    private static readonly ConcurrentDictionary<string, bool> Used = new(StringComparer.Ordinal);

    private readonly string directory;
    private readonly string name;

    public SnapshotFiles(string sourceFile, MethodInfo test, VerifySettings settings)
    {
        directory = Path.GetDirectoryName(sourceFile)!;
        name = SnapshotName.Of(test, settings);
    }

    private string Received => $"{name}.received.txt";

    private string Verified => $"{name}.verified.txt";

    public async Task<VerifyResult> CompareAsync(string? target)
    {
        if (!Used.TryAdd(Path.Combine(directory, name), true))
        {
            throw new InvalidOperationException($"Two snapshots are named {name}: give each case its parameters, or a method name of its own.");
        }

        File.Delete(Path.Combine(directory, Received));
        var received = WithLineFeeds((target ?? "null").TrimStart('\uFEFF'));
        received = received.Length == 0 ? "emptyString" : received;
        var verified = await ReadVerifiedAsync();
        if (verified == received || verified == received + "\n")
        {
            return new VerifyResult(verified);
        }

        await File.WriteAllTextAsync(Path.Combine(directory, Received), received, Written);
        throw new VerifyException(verified is null ? New(received) : NotEqual(received, verified));
    }

    /// <returns>None where there is no file, or an empty one.</returns>
    private async Task<string?> ReadVerifiedAsync()
    {
        var file = new FileInfo(Path.Combine(directory, Verified));
        return file is { Exists: true, Length: > 0 } ? WithLineFeeds(await File.ReadAllTextAsync(file.FullName)) : null;
    }

    private string New(string received) => Message("New", $"Received: {Received}\n{received}\n");

    private string NotEqual(string received, string verified) =>
        Message("NotEqual", $"Received: {Received}\n{received}\nVerified: {Verified}\n{verified}\n");

    private string Message(string verdict, string content) =>
        $"Directory: {directory}\n{verdict}:\n  - Received: {Received}\n    Verified: {Verified}\n\nFileContent:\n\n{verdict}:\n\n{content}";

    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
