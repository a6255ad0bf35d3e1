using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>What a cmdlet does with its streams, in order; or what it asks first.</summary>
public sealed record PlayedAnswer(ImmutableArray<PlayedRecord> Records)
{
    public static PlayedAnswer Nothing { get; } = new([]);

    /// <summary>What <c>ShouldContinue</c> asks; null where it asks nothing.</summary>
    public string? Question { get; init; }

    public IEnumerable<PlayedValue> Objects => Records.OfType<PlayedRecord.Output>().Select(record => record.Value);

    public IEnumerable<PlayedError> Errors => Records.OfType<PlayedRecord.Failure>().Select(record => record.Error);

    public static PlayedAnswer Of(params IEnumerable<PlayedValue> objects) => new([.. objects.Select(found => new PlayedRecord.Output(found))]);

    public static PlayedAnswer Failed(PlayedError error) => new([new PlayedRecord.Failure(error)]);

    public static PlayedAnswer Asks(string question) => new([]) { Question = question };

    public PlayedAnswer Before(params IEnumerable<PlayedRecord> records) => this with { Records = [.. records, .. Records] };

    public PlayedAnswer After(params IEnumerable<PlayedRecord> records) => this with { Records = [.. Records, .. records] };
}
