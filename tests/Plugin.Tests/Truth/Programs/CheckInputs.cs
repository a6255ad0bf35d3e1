using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>Calls that a program may ask for, most of them Lync's to a mailbox.</summary>
internal sealed class CheckInputs(TruthInstallation installation, Draw draw)
{
    public PropertyMap Make()
    {
        var inputs = PropertyMap.Of(("server", TruthInstallation.Lync), ("sipUri", User()));
        inputs = draw.Below(10) switch
        {
            < 5 => inputs,
            < 7 => inputs.Set("target", Exchange()),
            < 8 => inputs.Set("method", "probe"),
            < 9 => inputs.Set("method", "probe").Set("target", Exchange()),
            _ => Backwards(inputs),
        };
        inputs = draw.Chance(20) && !inputs.ContainsKey("method") ? inputs.Set("folder", draw.One("Inbox", "Dumpster")) : inputs;
        inputs = draw.Chance(60) ? inputs.Set("onFailure", "warn") : inputs;
        return draw.Chance(10) ? inputs.Set("deleteItem", false) : inputs;
    }

    private string User() => draw.Chance(12) ? TruthInstallation.Nobody : installation.Mailboxes[draw.Below(installation.Mailboxes.Length)].SipUri;

    private string Exchange() => draw.One(installation.Exchanges.AsSpan());

    private PropertyMap Backwards(PropertyMap inputs) => inputs
        .Set("method", "probe")
        .Set("server", installation.HasSharePoint && draw.Chance(50) ? TruthInstallation.SharePoint : Exchange())
        .Set("target", TruthInstallation.Lync);
}
