using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>What a modelled cmdlet was given.</summary>
internal sealed class CallArguments(CmdletCall call)
{
    public bool Has(string name) => Find(name) is not null;

    public bool IsOn(string name) => Find(name) is CmdletValue.Switch { IsOn: true };

    public string? Text(string name) => (Find(name) as CmdletValue.Text)?.Value;

    public IEnumerable<string> Texts(string name) => ((CmdletValue.Texts)Find(name)!).Values;

    public bool Flag(string name) => ((CmdletValue.Flag)Find(name)!).Value;

    public DateTimeOffset? Date(string name) => (Find(name) as CmdletValue.Date)?.Value;

    public ImmutableArray<byte> Bytes(string name) => Find(name) switch
    {
        CmdletValue.Bytes bytes => bytes.Value,
        CmdletValue.File file => file.Content,
        CmdletValue.Certificate certificate => certificate.Content,
        var other => throw new InvalidOperationException($"{name} is {other}."),
    };

    public string? Password(string name) => Find(name) switch
    {
        CmdletValue.Secret secret => secret.Value,
        CmdletValue.Certificate certificate => certificate.Password,
        _ => null,
    };

    private CmdletValue? Find(string name) => call.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Value;
}
