using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Soap;

namespace PartnerTrust.Emulator.Exchange.Ews.Description;

/// <summary>The files of the service's description, beside the service.</summary>
internal sealed class DescriptionEndpoint(IBearerGate gate)
{
    private const string Folder = "/ews/";

    public async Task AnswerAsync(HostRequest request)
    {
        if (await gate.AdmitAsync(request) is null)
        {
            return;
        }

        var text = SoapEnvelope.Text(ServiceDescription.Write(request.Path[Folder.Length..])!);
        await Answers.WriteCompressedAsync(request.Http, 200, Answers.Xml, text);
    }
}
