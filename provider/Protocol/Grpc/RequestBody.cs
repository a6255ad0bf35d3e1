using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PartnerTrust.Protocol.Grpc;

/// <summary>The body of a request as the gRPC library is to read it: a message that comes compressed is made a plain one first, and counted
/// while it expands, and one that cannot be a message is refused. The library would expand whatever comes, and calls the rest an unknown error.</summary>
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
        if (start.Buffer.Length < HeaderLength)
        {
            return start;
        }

        var (flag, length) = ReadHeader(start.Buffer);
        if (flag > 1)
        {
            throw RpcFailure.Of(StatusCode.Internal, $"A message cannot start with flag {flag}.");
        }

        if (length > Marshalling.MaxMessageLength)
        {
            throw RpcFailure.Of(
                StatusCode.ResourceExhausted, $"A message of {length} bytes is longer than the {Marshalling.MaxMessageLength} that are allowed.");
        }

        if (flag == 0)
        {
            return start;
        }

        body.AdvanceTo(start.Buffer.Start);
        await ExpandAsync((int)length, cancellationToken);
        return await body.ReadAsync(cancellationToken);
    }

    private async Task ExpandAsync(int length, CancellationToken cancellationToken)
    {
        var whole = await body.ReadAtLeastAsync(HeaderLength + length, cancellationToken);
        if (whole.Buffer.Length < HeaderLength + length)
        {
            throw RpcFailure.Of(StatusCode.Internal, "The body ended in the middle of a message.");
        }

        var content = whole.Buffer.Slice(HeaderLength, length);
        var message = new CompressedMessage(content.ToArray(), context.Request.Headers["grpc-encoding"]);
        body.AdvanceTo(content.End);
        var bytes = message.Measure();
        expanded = await CompressedMessage.Budget.TakeAsync(bytes, context.RequestAborted);
        var plain = new byte[HeaderLength + bytes];
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(1), bytes);
        using var stream = message.Open();
        await stream.ReadExactlyAsync(plain.AsMemory(HeaderLength), cancellationToken);
        body = Create(new ReadOnlySequence<byte>(plain));
    }

    private static (byte Flag, uint Length) ReadHeader(ReadOnlySequence<byte> buffer)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        buffer.Slice(0, HeaderLength).CopyTo(header);
        return (header[0], BinaryPrimitives.ReadUInt32BigEndian(header[1..]));
    }
}
