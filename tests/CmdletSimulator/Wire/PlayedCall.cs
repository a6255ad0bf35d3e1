using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>A call that passed the binder.</summary>
/// <param name="Machine">Fqdn of the machine whose cmdlet it is.</param>
/// <param name="Layer">Where its function stands.</param>
/// <param name="Cmdlet">Its name.</param>
/// <param name="Set">The parameter set that the binder chose.</param>
/// <param name="Parameters">What was bound, by full name, common parameters included.</param>
/// <param name="Process">The shell's process id.</param>
public sealed record PlayedCall(
    string Machine,
    SessionLayer Layer,
    string Cmdlet,
    string Set,
    ImmutableDictionary<string, SentValue> Parameters,
    int Process)
{
    /// <summary>The session that it came through; null for one on the machine itself.</summary>
    public Guid? Session { get; init; }

    /// <summary>Whether somebody answered the question that the cmdlet had asked.</summary>
    public bool IsConfirmed { get; init; }

    public bool Has(string parameter) => Parameters.ContainsKey(parameter);

    /// <summary>The text bound to the parameter; null where there is none, or nothing, or an empty text.</summary>
    public string? Text(string parameter) => Parameters.GetValueOrDefault(parameter) switch
    {
        SentValue.Text { Value.Length: > 0 } text => text.Value,
        SentValue.Address address => address.Value,
        SentValue.Identifier id => id.Value.ToString(),
        SentValue.Secret secret => secret.Value,
        SentValue.Thing thing => thing.Whole,
        _ => null,
    };

    public string Required(string parameter) => Text(parameter)
        ?? throw new InvalidOperationException($"{Cmdlet} needs {parameter}, which the binder should have seen.");

    /// <summary>A switch or a Boolean; null where it was not given.</summary>
    public bool? Flag(string parameter) => Parameters.GetValueOrDefault(parameter) switch
    {
        SentValue.Switch given => given.IsOn,
        SentValue.Flag given => given.Value,
        _ => null,
    };

    public bool IsOn(string parameter) => Flag(parameter) == true;

    public DateTimeOffset? Date(string parameter) => (Parameters.GetValueOrDefault(parameter) as SentValue.Date)?.Value;

    public ImmutableArray<byte>? Bytes(string parameter) => (Parameters.GetValueOrDefault(parameter) as SentValue.Bytes)?.Value;

    public SentValue.Certificate? Certificate(string parameter) => Parameters.GetValueOrDefault(parameter) as SentValue.Certificate;

    /// <summary>Several texts, or one.</summary>
    public ImmutableArray<string> Texts(string parameter) => Parameters.GetValueOrDefault(parameter) switch
    {
        SentValue.Texts texts => [.. texts.Values.Select(text => text ?? "")],
        SentValue.Text text => [text.Value],
        SentValue.Items items => [.. items.Values.OfType<SentValue.Address>().Select(address => address.Value)],
        _ => [],
    };
}
