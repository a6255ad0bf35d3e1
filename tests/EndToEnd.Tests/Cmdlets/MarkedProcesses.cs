using System.Text;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>The processes of this machine that have a text in their environment. One that has ended has none, also where nobody reaps it.</summary>
internal static class MarkedProcesses
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static IReadOnlyList<string> Of(string mark) =>
        [.. Directory.EnumerateDirectories("/proc").Where(folder => char.IsAsciiDigit(Path.GetFileName(folder)[0]) && HasMark(folder, mark))];

    /// <summary>Fails unless all of them end by themselves. Of processes that are not ours nothing tells us when they end.</summary>
    public static async Task AssertEndAsync(string mark)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (Of(mark) is { Count: > 0 } left)
        {
            Assert.False(limit.IsCancellationRequested, $"still running: {string.Join(", ", left)}");
            await Task.Delay(Glance);
        }
    }

    private static bool HasMark(string folder, string mark)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "environ"))).Contains(mark, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
