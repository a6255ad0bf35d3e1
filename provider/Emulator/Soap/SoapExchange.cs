using Microsoft.AspNetCore.Http;
using PartnerTrust.Emulator.Listening;

namespace PartnerTrust.Emulator.Soap;

/// <summary>One visit of a SOAP end point: POST carries messages, a browser sees a page, nothing else is taken.</summary>
internal static class SoapExchange
{
    public static async Task AnswerAsync(HostRequest request, string page, Func<SoapMessage, Task<(int Status, string Xml)>> answer)
    {
        var http = request.Http;
        if (request.IsGet || HttpMethods.IsHead(http.Request.Method))
        {
            await Answers.WriteAsync(http, 200, Answers.Html, page);
            return;
        }

        if (!request.IsPost)
        {
            http.Response.Headers.Allow = "GET, HEAD, POST";
            await Answers.WriteAsync(http, 405, Answers.Text, "405 - Method not allowed.");
            return;
        }

        if (!SoapContent.TryRead(http.Request, out var charset))
        {
            await Answers.WriteAsync(http, 415, Answers.Text, "415 - The content type is not text/xml in a known character set.");
            return;
        }

        using var body = await BoundedBody.ReadAsync(http.Request, request.Aborted);
        if (body is null)
        {
            await Answers.WriteAsync(http, 413, Answers.Text, "413 - Request entity too large.");
            return;
        }

        var (status, xml) = SoapMessage.Read(body, charset) is { } message
            ? await answer(message)
            : (500, SoapEnvelope.WriteFault(
                "ErrorSchemaValidation", "The request failed schema validation: it is not a SOAP 1.1 message with one operation."));
        await Answers.WriteCompressedAsync(http, status, Answers.Xml, xml);
    }
}
