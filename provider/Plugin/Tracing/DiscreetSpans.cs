using System.Diagnostics;
using OpenTelemetry;

namespace PartnerTrust.Plugin.Tracing;

/// <summary>Spans that leave without a secret: every text of theirs goes through <paramref name="hide"/> when they end.</summary>
internal sealed class DiscreetSpans(Func<string, string> hide) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = hide(data.DisplayName);
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is string text)
            {
                data.SetTag(name, hide(text));
            }
        }
    }
}
