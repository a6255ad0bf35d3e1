using System.Buffers;
using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The body of a request as the gRPC library is to read it: a message that comes compressed is made a plain one first, and what
/// cannot be a message is refused. The library would expand whatever comes, and calls the rest an unknown error.</summary>
internal sealed class RequestBody(HttpContext context) : PipeReader, IRequestBodyPipeFeature, IDisposable
{
    private const int HeaderLength = 5;

    private PipeReader body = context.Request.BodyReader;
    private bool isOpen;
    private IDisposable? expanded;

    public PipeReader Reader => this;

    public static RequestBody Guard(HttpContext context)
    {
        var guarded = new RequestBody(context);
        context.Features.Set<IRequestBodyPipeFeature>(guarded);
        return guarded;
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) =>
        isOpen ? body.ReadAsync(cancellationToken) : OpenAsync(cancellationToken);

    public override bool TryRead(out ReadResult result) => body.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => body.AdvanceTo(consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => body.AdvanceTo(consumed, examined);

    public override void CancelPendingRead() => body.CancelPendingRead();

    public override void Complete(Exception? exception = null) => body.Complete(exception);

    /// <summary>The call has ended, and with it the message.</summary>
    public void Dispose() => expanded?.Dispose();

    private async ValueTask<ReadResult> OpenAsync(CancellationToken cancellationToken)
    {
        isOpen = true;
        var start = await body.ReadAtLeastAsync(HeaderLength, cancellationToken);
        if (ReadHeader(start.Buffer) is not { } header)
        {
            return start;
        }

        switch (header)
        {
            case ( > 1, _):
                throw RpcFailure.Of(StatusCode.Internal, $"A message cannot start with flag {header.Flag}.");
            case (_, > Marshalling.MaxMessageLength):
                throw RpcFailure.Of(
                    StatusCode.ResourceExhausted,
                    $"A message of {header.Length} bytes is longer than the {Marshalling.MaxMessageLength} that are allowed.");
            case (0, _):
                return start;
            case (_, > CompressedMessage.MaxLength):
                throw CompressedMessage.TooLong();
            default:
                body.AdvanceTo(start.Buffer.Start);
                await ExpandAsync((int)header.Length, cancellationToken);
                return await body.ReadAsync(cancellationToken);
        }
    }

    private async Task ExpandAsync(int length, CancellationToken cancellationToken)
    {
        var whole = await body.ReadAtLeastAsync(HeaderLength + length, cancellationToken);
        if (whole.Buffer.Length < HeaderLength + length)
        {
            throw RpcFailure.Of(StatusCode.Internal, "The body ended in the middle of a message.");
        }

        var content = whole.Buffer.Slice(HeaderLength, length).ToArray();
        body.AdvanceTo(whole.Buffer.End);
        (expanded, body) = await CompressedMessage.ExpandAsync(content, context.Request.Headers["grpc-encoding"], context.RequestAborted);
    }

    private static (byte Flag, long Length)? ReadHeader(ReadOnlySequence<byte> buffer)
    {
        var reader = new SequenceReader<byte>(buffer);
        return reader.TryRead(out var flag) && reader.TryReadBigEndian(out int length) ? (flag, (uint)length) : null;
    }
}
