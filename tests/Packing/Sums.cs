using System.Security.Cryptography;

namespace PartnerTrust.Packing;

/// <summary>SHA-256 sums as <c>sha256sum --check</c> reads them.</summary>
internal static class Sums
{
    /// <summary>A line a file of the folder, sorted by name.</summary>
    /// <param name="folder">Without the folders below it.</param>
    /// <param name="except">The file that the sums are written to.</param>
    public static async Task<string> OfAsync(string folder, string except)
    {
        var lines = new List<string>();
        foreach (var path in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            if (Path.GetFullPath(path) != Path.GetFullPath(except))
            {
                await using var content = File.OpenRead(path);
                lines.Add($"{Convert.ToHexStringLower(await SHA256.HashDataAsync(content))}  {Path.GetFileName(path)}\n");
            }
        }

        return string.Concat(lines);
    }
}
