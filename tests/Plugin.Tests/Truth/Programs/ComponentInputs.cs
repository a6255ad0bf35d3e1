using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>A trust that a component makes between Lync, one Exchange server and what else there is.</summary>
internal sealed class ComponentInputs(TruthInstallation installation, Draw draw)
{
    public PropertyMap Make()
    {
        var inputs = PropertyMap.Of(
            ("lync", Side(TruthInstallation.Lync)),
            ("exchange", Side(draw.One(installation.Exchanges.AsSpan()))),
            ("check", Check()));
        return installation.HasSharePoint ? inputs.Set("sharePoint", Side(TruthInstallation.SharePoint)) : inputs;
    }

    public Func<PropertyMap, PropertyMap> Change()
    {
        var (side, check) = (draw.One("lync", "exchange"), Check());
        var certificate = PlanCertificates.Text(draw.Below(4));
        return draw.Below(5) switch
        {
            0 => inputs => inputs.Remove("check"),
            1 => inputs => inputs.Remove("sharePoint"),
            2 => inputs => inputs.Set("check", check),
            _ => inputs => inputs.Set(side, ((PropertyMap)inputs[side]).Set("certificate", certificate)),
        };
    }

    private PropertyMap Side(string server) => draw.Chance(10)
        ? PropertyMap.Of(("server", server))
        : PropertyMap.Of(("server", server), ("certificate", PlanCertificates.Text(draw.Below(4))));

    private PropertyMap Check()
    {
        var check = PropertyMap.Of(("sipUri", draw.One(installation.Users.AsSpan())));
        check = draw.Chance(60) ? check.Set("onFailure", "warn") : check;
        return draw.Chance(30) ? check.Set("method", "probe") : check;
    }
}
