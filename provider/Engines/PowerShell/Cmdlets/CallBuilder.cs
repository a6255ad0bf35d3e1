using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>Puts a call together, parameter by parameter, in the order in which they are shown.</summary>
/// <param name="cmdlet">The exact name.</param>
internal sealed class CallBuilder(string cmdlet)
{
    private readonly ImmutableArray<CmdletParameter>.Builder parameters = ImmutableArray.CreateBuilder<CmdletParameter>();

    public CallBuilder With(string name, CmdletValue value)
    {
        parameters.Add(new CmdletParameter(name, value));
        return this;
    }

    /// <summary>Left out where there is no text.</summary>
    public CallBuilder Text(string name, string? value) => value is null ? this : With(name, new CmdletValue.Text(value));

    /// <summary>The property is cleared where there is no text.</summary>
    public CallBuilder TextOrNull(string name, string? value) =>
        With(name, value is null ? CmdletValue.Null.Instance : new CmdletValue.Text(value));

    public CallBuilder Flag(string name, bool value) => With(name, new CmdletValue.Flag(value));

    /// <summary>Left out where there is no time.</summary>
    public CallBuilder Date(string name, DateTimeOffset? value) => value is { } time ? With(name, new CmdletValue.Date(time)) : this;

    /// <summary>A switch, left out where it is off.</summary>
    public CallBuilder On(string name, bool isOn = true) => isOn ? With(name, new CmdletValue.Switch(true)) : this;

    /// <summary>Nobody is there to answer a question.</summary>
    public CallBuilder Unconfirmed() => With("Confirm", new CmdletValue.Switch(false));

    /// <param name="select">The properties that are read of what the cmdlet gives out.</param>
    public CmdletCall Build(params ImmutableArray<string> select) => new(cmdlet, parameters.ToImmutable()) { Select = select };
}
