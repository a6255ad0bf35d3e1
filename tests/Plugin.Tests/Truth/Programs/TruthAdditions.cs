using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>What concerns a program as a whole: resources too many or too few, inputs from elsewhere, more providers than one.</summary>
internal sealed class TruthAdditions(TruthInstallation installation, Draw draw)
{
    private static readonly string[] CanBeForeign =
        ["authMetadataUrl", "refreshTrigger", "url", "exchangeAutodiscoverUrl", "sipUri", "target", "enabled"];

    /// <summary>A second record of a partner that is there already.</summary>
    public TruthProgram AddTwin(TruthProgram program)
    {
        var records = program.Resources.Where(resource => resource.Type == "PartnerApplication").ToList();
        if (records.Count == 0 || program.Has("twin"))
        {
            return program;
        }

        var twin = records[draw.Below(records.Count)];
        var at = program.Resources.IndexOf(twin) + 1;
        var added = twin.With(inputs => inputs.Set("name", "Twin")) with { Name = "twin", FormerName = null };
        return (program with { Resources = program.Resources.Insert(at, added) }).WaitedForByChecks("twin");
    }

    /// <summary>Without one resource, and without the checks of nothing when that was the last.</summary>
    public TruthProgram Remove(TruthProgram program)
    {
        var optional = program.Resources;
        if (optional.Length < 2)
        {
            return program;
        }

        var gone = optional[draw.Below(optional.Length)];
        return Remove(program, gone);
    }

    public TruthProgram Remove(TruthProgram program, TruthResource gone) => program.Without(gone.Name, output => OutputOf(gone, output));

    /// <summary>One is called otherwise: with an alias it stays the same one, without it is made anew, with the same id or with another.</summary>
    public TruthProgram Rename(TruthProgram program)
    {
        var resource = program.Resources[draw.Below(program.Resources.Length)];
        var (name, kind) = ($"{resource.Name}-b", draw.Below(3));
        if (resource.IsFunction || resource.IsComponent || program.Has(name))
        {
            return program;
        }

        var renamed = program.Renamed(resource.Name, name, hasAlias: kind == 0);
        return kind == 2 && resource.Type == "PartnerApplication"
            ? renamed.With(renamed.Resources.First(other => other.Name == name).With(inputs => inputs.Set("name", "Renamed")))
            : renamed;
    }

    /// <summary>One or two inputs are made by resources of other packages in this very update.</summary>
    public TruthProgram MakeForeign(TruthProgram program)
    {
        var resource = program.Resources[draw.Below(program.Resources.Length)];
        var inputs = resource.Inputs((_, _) => UnknownValue.Text).Keys.Where(CanBeForeign.Contains).ToList();
        return inputs.Count == 0 ? program : program.With(resource with { Foreign = [inputs[draw.Below(inputs.Count)]] });
    }

    public TruthProgram SplitOverProviders(TruthProgram program) => program with
    {
        Resources = [.. program.Resources.Select(resource => resource with { Provider = draw.Chance(40) ? 1 : 0 })],
    };

    private PropertyValue OutputOf(TruthResource gone, string output) => output switch
    {
        "url" when gone.Server.Length > 0 => TruthInstallation.MetadataUrlOf(gone.Server),
        "certificatePem" or "current.certificatePem" => Plans.PlanCertificates.Pem(installation.Exchanges.Length),
        "accepted" => true,
        _ => "none",
    };
}
