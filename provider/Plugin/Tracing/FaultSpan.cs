using System.Diagnostics;
using System.Text.RegularExpressions;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Tracing;

/// <summary>A refusal or warning as a span of no length below the one that runs; nothing where none does.</summary>
internal static partial class FaultSpan
{
    public const string Text = "partnertrust.fault.text";

    /// <param name="fault">As the user is told of it.</param>
    public static void Tell(Fault fault) => Tell(fault.Code, fault.ToString(), fault.Property, fault.IsWarning);

    /// <summary>A warning as the user reads it, which may have no number.</summary>
    public static void Warn(string message)
    {
        if (Activity.Current is not null)
        {
            var found = Number().Match(message);
            Tell(found.Success ? found.Groups["code"].Value : "warning", message, found.Groups["property"].Value, isWarning: true);
        }
    }

    private static void Tell(string code, string text, string property, bool isWarning)
    {
        using var span = Activity.Current?.Source.StartActivity("fault");
        if (span is not null)
        {
            span.DisplayName = code;
            span.SetTag("partnertrust.fault.code", code);
            span.SetTag("partnertrust.fault.property", property);
            span.SetTag(Text, text);
            span.SetStatus(isWarning ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        }
    }

    [GeneratedRegex(@"^((?<property>[^ ]+): )?(?<code>PT[0-9]{4}): ", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
