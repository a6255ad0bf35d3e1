using System.Net;
using Grpc.Core;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Protocol.Tests.Grpc;

namespace PartnerTrust.Protocol.Tests.Fuzz;

public sealed class FuzzTests
{
    private const int Calls = 10_000;
    private const int Streams = 16;

    [Fact]
    public async Task Ten_thousand_broken_requests_each_get_an_answer_and_leave_the_server_well()
    {
        await using var loopback = await Loopback.StartAsync(new GrpcService(Loopback.Service).Unary("Echo", CreateRequest.Parser, CreateAsync));

        await Parallel.ForEachAsync(Enumerable.Range(0, Streams), new ParallelOptions { MaxDegreeOfParallelism = Streams }, async (stream, _) =>
        {
            var fuzzer = new Fuzzer(stream);
            for (var i = 0; i < Calls / Streams; i++)
            {
                var answer = await loopback.PostAsync(fuzzer.Next());
                Assert.Equal(HttpStatusCode.OK, answer.Http);
                Assert.Contains(answer.Status, Expected);
            }
        });

        Assert.Equal(0, loopback.Server.ActiveCalls);
        Assert.Equal(StatusCode.OK, (await loopback.PostAsync(Loopback.Frame(new CreateRequest { Urn = "well" }))).Status);
    }

    private static readonly StatusCode?[] Expected =
        [StatusCode.OK, StatusCode.Internal, StatusCode.InvalidArgument, StatusCode.ResourceExhausted, StatusCode.Unimplemented];

    private static Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellation)
    {
        var properties = PropertyCodec.Decode(request.Properties);
        return Task.FromResult(new CreateResponse { Id = request.Urn, Properties = PropertyCodec.Encode(properties) });
    }
}
