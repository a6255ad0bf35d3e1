using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World;

namespace PartnerTrust.CmdletSimulator.Tests.Answers;

/// <summary>Calls without a shell.</summary>
internal static class Calls
{
    /// <summary>On the server that such cmdlets are for, in the set of that name.</summary>
    public static PlayedCall Of(string cmdlet, string set, params (string Name, object? Value)[] parameters) => new(
        MachineOf(cmdlet),
        SessionLayer.Local,
        cmdlet,
        set,
        parameters.ToImmutableDictionary(given => given.Name, given => ValueOf(given.Value), StringComparer.OrdinalIgnoreCase),
        Process: 1);

    public static Task<PlayedAnswer> RunAsync(this SimulatedWorld world, PlayedCall call) => world.AnswerAsync(call, CancellationToken.None);

    public static async Task<PlayedAnswer> RunAsync(
        this SimulatedWorld world, string cmdlet, string set, params (string Name, object? Value)[] parameters) =>
        await world.RunAsync(Of(cmdlet, set, parameters));

    /// <summary>Without an error.</summary>
    public static async Task<ImmutableArray<PlayedValue.Thing>> DoAsync(
        this SimulatedWorld world, string cmdlet, string set, params (string Name, object? Value)[] parameters)
    {
        var answer = await world.RunAsync(cmdlet, set, parameters);
        Assert.Null(answer.Question);
        Assert.Empty(answer.Errors.Select(error => error.Message));
        return [.. answer.Objects.OfType<PlayedValue.Thing>()];
    }

    /// <summary>With one error and nothing else.</summary>
    public static async Task<PlayedError> FailAsync(
        this SimulatedWorld world, string cmdlet, string set, params (string Name, object? Value)[] parameters)
    {
        var answer = await world.RunAsync(cmdlet, set, parameters);
        Assert.Empty(answer.Objects);
        return Assert.Single(answer.Errors);
    }

    public static string? Text(this PlayedValue.Thing thing, string property) => thing[property] switch
    {
        PlayedValue.Null => null,
        PlayedValue.Text text => text.Value,
        PlayedValue.Address address => address.Value,
        PlayedValue.Flag flag => flag.Value.ToString(),
        PlayedValue.Enumeration enumeration => enumeration.Name,
        PlayedValue.Thing inner => inner.Whole,
        PlayedValue.Items items => string.Join(' ', items.Values.Select(item => (item as PlayedValue.Text)?.Value)),
        var other => throw new InvalidOperationException($"{property} is {other}."),
    };

    private static string MachineOf(string cmdlet) => cmdlet.Split('-')[1] switch
    {
        var noun when noun.StartsWith("Cs", StringComparison.Ordinal) => Litware.Lync,
        var noun when noun.StartsWith("SP", StringComparison.Ordinal) => Litware.SharePoint,
        _ => Litware.Exchange,
    };

    private static SentValue ValueOf(object? value) => value switch
    {
        null => new SentValue.Null(),
        string text => new SentValue.Text(text),
        bool flag => new SentValue.Flag(flag),
        string[] texts => new SentValue.Texts([.. texts]),
        byte[] bytes => new SentValue.Bytes([.. bytes]),
        DateTimeOffset date => new SentValue.Date(date, "Local"),
        SentValue sent => sent,
        _ => throw new ArgumentException($"A {value.GetType()} is not sent.", nameof(value)),
    };
}
