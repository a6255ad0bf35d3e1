using System.Text.Json;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.StackFiles.Texts;

/// <summary>What a file of Pulumi's holds.</summary>
/// <param name="Option">Who names the file on the command line, for messages.</param>
/// <param name="Path">Which file.</param>
/// <param name="Text">Its content.</param>
internal sealed record StackText(string Option, string Path, string Text)
{
    /// <summary>Reads the content as JSON, from <paramref name="start"/> on.</summary>
    /// <param name="expected">What it should be.</param>
    /// <param name="read">Takes from it what is needed: the document is gone afterwards.</param>
    /// <param name="start">Where the JSON begins.</param>
    /// <exception cref="FaultException">It is no JSON (PT1016).</exception>
    public T Parse<T>(string expected, Func<JsonElement, T> read, int start = 0)
    {
        try
        {
            using var document = JsonDocument.Parse(Text.AsMemory(start));
            return read(document.RootElement);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new FaultException(Unreadable($"it is not what \"{expected}\" writes"), malformed);
        }
    }

    /// <param name="reason">Why, without a full stop.</param>
    public Fault Unreadable(string reason) => FaultCatalogue.FileUnreadable(Option, Path, reason) with
    {
        Expected = "the whole answer of the command, for a stack that has resources of this package.",
        Remedy = "Write the file again, and give it as it was written.",
    };
}
