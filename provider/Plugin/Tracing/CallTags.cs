using System.Diagnostics;
using Google.Protobuf;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tracing;

/// <summary>What a span says of its call: the method and whom it is about. Nothing of the values that come with it.</summary>
internal static class CallTags
{
    public const string Resource = "partnertrust.resource";
    public const string Preview = "pulumi.preview";

    public static void Describe(Activity span, IncomingCall call)
    {
        var parts = call.Path.Split('/');
        span.DisplayName = parts[^1];
        span.SetTag("rpc.system", "grpc");
        span.SetTag("rpc.service", parts[^2]);
        span.SetTag("rpc.method", parts[^1]);
        if (UrnIn(call.Request) is { Length: > 0 } urn)
        {
            span.SetTag("pulumi.urn", urn);
            span.SetTag(Resource, $"{LastPart(PackageTokens.TypeOf(urn))} {PackageTokens.NameOf(urn)}");
        }
        else if (NameIn(call.Request) is { Length: > 0 } name)
        {
            span.SetTag(Resource, name);
        }

        if (call.Request is CreateRequest { Preview: true } or UpdateRequest { Preview: true } or InvokeRequest { Preview: true })
        {
            span.SetTag(Preview, true);
        }
    }

    /// <summary>What is done below a span is done for the same resource.</summary>
    public static void Inherit(Activity span)
    {
        if (span.Parent?.GetTagItem(Resource) is { } resource)
        {
            span.SetTag(Resource, resource);
        }
    }

    private static string? UrnIn(IMessage request) => request switch
    {
        CheckRequest check => check.Urn,
        DiffRequest diff => diff.Urn,
        ConfigureRequest configure => configure.Urn,
        CreateRequest create => create.Urn,
        ReadRequest read => read.Urn,
        UpdateRequest update => update.Urn,
        DeleteRequest delete => delete.Urn,
        _ => null,
    };

    private static string? NameIn(IMessage request) => request switch
    {
        InvokeRequest invoke => LastPart(invoke.Tok),
        CallRequest method => LastPart(method.Tok),
        ConstructRequest construct => $"{LastPart(construct.Type)} {construct.Name}",
        ListRequest list => LastPart(list.Token),
        _ => null,
    };

    private static string LastPart(string token) => token[(token.LastIndexOf(':') + 1)..];
}
