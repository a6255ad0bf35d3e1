using PartnerTrust.Emulator.Listening;

namespace PartnerTrust.Emulator.Bearer;

/// <summary>A protected page that says nothing but "come in": what a probe calls on a product whose services are not emulated.</summary>
internal sealed class GuardedEndpoint(IBearerGate gate)
{
    public async Task AnswerAsync(HostRequest request)
    {
        if (await gate.AdmitAsync(request) is { } call)
        {
            await Answers.WriteAsync(request.Http, 200, Answers.Text, call.Client.ToString());
        }
    }
}
