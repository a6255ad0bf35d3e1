using System.Diagnostics;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>A cmdlet, or the opening of the shell for it, as a span below the one that runs; nothing where none does. Of parameters only the names
/// are told.</summary>
internal sealed class CmdletSpan : IDisposable
{
    private const string Outcome = "outcome";

    private readonly Activity? span;

    private CmdletSpan(Activity? span) => this.span = span;

    public static CmdletSpan OfCall(string server, CmdletCall call)
    {
        var span = Begin("cmdlet", call.Cmdlet, server);
        span?.SetTag("partnertrust.parameters", string.Join(' ', call.Parameters.Select(parameter => parameter.Name)));
        return new CmdletSpan(span);
    }

    public static CmdletSpan OfOpening(string server) => new(Begin("shell", "open", server));

    public void Answered(CallAnswer answer)
    {
        span?.SetTag(Outcome, CallOutcome.Of(answer));
        span?.SetStatus(answer.Succeeded ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }

    public void Opened() => span?.SetTag(Outcome, "done");

    public void Dispose() => span?.Dispose();

    private static Activity? Begin(string kind, string name, string server)
    {
        var span = Activity.Current?.Source.StartActivity(kind, ActivityKind.Client);
        if (span is not null)
        {
            span.DisplayName = name;
            span.SetTag("server.address", server);
        }

        return span;
    }
}
