using PartnerTrust.Protocol.Messages;

namespace Pulumi;

/// <summary>Messages to the user. Remembers whether any was an error: the program then fails, whatever else it did.</summary>
internal sealed class EngineLog(Func<LogRequest, Task> send, PendingTasks tasks)
{
    public bool LoggedErrors { get; private set; }

    public void Write(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral) =>
        tasks.Add(WriteAsync(severity, message, resource, streamId, ephemeral));

    public async Task WriteAsync(
        LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        LoggedErrors |= severity == LogSeverity.Error;
        var urn = resource is null ? "" : await UrnAsync(resource);
        await send(new LogRequest
        {
            Severity = severity,
            Message = message,
            Urn = urn,
            StreamId = streamId ?? 0,
            Ephemeral = ephemeral ?? false,
        });
    }

    /// <summary>A resource whose registration failed has no URN; its message is then the stack's.</summary>
    private static async Task<string> UrnAsync(Resource resource)
    {
        try
        {
            return await resource.Urn.GetValueAsync(whenUnknown: "");
        }
        catch (Exception)
        {
            return "";
        }
    }
}
