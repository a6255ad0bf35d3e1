using System.Globalization;
using System.Net;
using PartnerTrust.Emulator.Faults;

namespace PartnerTrust.Plugin.Lab;

/// <summary>What the values of the lab's options and words mean, and what is wrong with those that mean nothing.</summary>
internal static class LabValues
{
    private static readonly string[] Ports = ["port", "page-port"];

    private static readonly string Kinds = string.Join(", ", Enum.GetNames<HostFaultKind>());

    public static HostFaultKind? Kind(LabArguments arguments) =>
        arguments.Word(1) is { } word && Enum.GetNames<HostFaultKind>().Contains(word, StringComparer.OrdinalIgnoreCase)
            ? Enum.Parse<HostFaultKind>(word, ignoreCase: true)
            : null;

    /// <summary>0, and so any, where none is asked for; null for what is no port.</summary>
    public static int? Port(LabArguments arguments, string option) => arguments.Option(option) switch
    {
        null => 0,
        var text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort ? port : null,
    };

    /// <summary>Days, hours or minutes such as 3d, 12h or 30m; null for anything else.</summary>
    public static TimeSpan? Span(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        return text[^1] switch
        {
            _ when count is 0 or > 36500 => null,
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            'm' => TimeSpan.FromMinutes(count),
            _ => null,
        };
    }

    public static string? IdentityMistake(LabArguments arguments) => Guid.TryParse(arguments.Option("identity"), out _)
        ? null
        : $"--identity takes the GUID that PT7020 names, not \"{arguments.Option("identity")}\".";

    public static string? KindMistake(LabArguments arguments) => arguments.Word(1) switch
    {
        null => arguments.Has("off") ? null : $"lab fault was given no kind of fault: {Kinds}.",
        var word => Kind(arguments) is null ? $"\"{word}\" is no kind of fault: {Kinds}." : null,
    };

    public static string? PortMistake(LabArguments arguments) => Ports
        .Where(option => Port(arguments, option) is null)
        .Select(option => $"--{option} takes a number up to {IPEndPoint.MaxPort}, not \"{arguments.Option(option)}\".")
        .FirstOrDefault();

    public static string? SpanMistake(LabArguments arguments) => arguments.Option("advance") is { } text && Span(text) is null
        ? $"--advance takes days, hours or minutes such as 3d, 12h or 30m, not \"{text}\"."
        : null;
}
