using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Generation;
using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Holds calls against the pages, exactly.</summary>
public static class CallConformance
{
    /// <summary>The parameters that every cmdlet has.</summary>
    public static ImmutableArray<string> Common { get; } =
    [
        "Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ErrorVariable", "WarningVariable", "InformationVariable",
        "OutVariable", "OutBuffer", "PipelineVariable", "ProgressAction",
    ];

    /// <summary>What of a call no page has; nothing of one that is as documented.</summary>
    public static IEnumerable<string> Review(PlayedCall call, IEnumerable<CmdletSyntax> documented)
    {
        var cmdlet = documented.FirstOrDefault(known => known.Name == call.Cmdlet);
        var set = cmdlet?.Sets.FirstOrDefault(known => known.Name == call.Set);
        if (set is null)
        {
            return [cmdlet is null ? $"{call.Cmdlet} is documented nowhere" : $"{call.Cmdlet} has no set {call.Set}"];
        }

        var unknown = call.Parameters.Keys.Except(Common).Except(set.Parameters.Select(parameter => parameter.Name));
        var missing = set.Parameters.Where(parameter => parameter.IsMandatory && !call.Has(parameter.Name)).Select(parameter => parameter.Name);
        return
        [
            .. unknown.Select(name => $"{call.Cmdlet} has no parameter {name} in its set {call.Set}"),
            .. missing.Select(name => $"{call.Cmdlet} needs {name} in its set {call.Set}"),
        ];
    }
}
