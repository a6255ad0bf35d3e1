using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Monitor;

/// <summary>What programs and plugins say to the engine (pulumi-protocol.md 4.3).</summary>
internal sealed class EngineService(DeploymentRun run)
{
    private string root = "";

    public GrpcService Create() => new GrpcService("pulumirpc.Engine")
        .Unary("Log", LogRequest.Parser, (request, _) => Answer(() => Log(request)))
        .Unary("GetRootResource", GetRootResourceRequest.Parser, (_, _) => Task.FromResult(new GetRootResourceResponse { Urn = root }))
        .Unary("SetRootResource", SetRootResourceRequest.Parser, (request, _) =>
        {
            root = request.Urn;
            return Task.FromResult(new SetRootResourceResponse());
        })
        .Unary(
            "StartDebugging", StartDebuggingRequest.Parser, (request, _) => Answer(() => run.Log.Say(DiagnosticSeverity.Info, "", request.Message)))
        .Unary("RequirePulumiVersion", RequirePulumiVersionRequest.Parser, (_, _) => Task.FromResult(new RequirePulumiVersionResponse()));

    private void Log(LogRequest request)
    {
        var severity = request.Severity switch
        {
            LogSeverity.Debug => DiagnosticSeverity.Debug,
            LogSeverity.Info => DiagnosticSeverity.Info,
            LogSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Error,
        };
        run.Log.Say(severity, request.Urn, request.Message, request.Ephemeral);
    }

    private static Task<Empty> Answer(Action action)
    {
        action();
        return Task.FromResult(new Empty());
    }
}
