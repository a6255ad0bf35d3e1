using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Holds what a test sees against what was seen and accepted before: the file <c>*.verified.txt</c> beside the test.</summary>
public static class Verifier
{
    public static SettingsTask Verify(string? target, VerifySettings? settings = null, [CallerFilePath] string sourceFile = "") =>
        new(settings, current => new SnapshotFiles(sourceFile, UseVerifyAttribute.GetMethod(), current).CompareAsync(target));
}
