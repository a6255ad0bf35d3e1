using System.Net;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Network.Tests;

public sealed class ChallengeTests
{
    private static readonly Uri Url = new($"https://{Litware.Exchange}/EWS/Exchange.asmx");

    [Fact]
    public async Task An_empty_Bearer_header_is_answered_with_whose_tokens_are_taken()
    {
        var sent = "";
        using var network = PlayedAnswers.Network(request =>
        {
            sent = request.Headers.Authorization!.ToString();
            var response = new HttpResponseMessage(HttpStatusCode.Unauthorized) { Content = new StringContent("") };
            response.Headers.TryAddWithoutValidation("WWW-Authenticate", "Negotiate");
            response.Headers.TryAddWithoutValidation(
                "WWW-Authenticate",
                $"Bearer client_id=\"{Estate.Exchange.ApplicationIdentifier}\", trusted_issuers=\"{Estate.Lync.Issuer}\", token_types=\"app_asserted_user_v1\"");
            return response;
        });

        var challenge = await Challenges.AskAsync(network, Url, default);

        Assert.Equal("Bearer", sent);
        Assert.Equal(Estate.Lync.Issuer, Assert.Single(challenge.TrustedIssuers));
    }

    [Theory]
    [InlineData(401, "PT6003")]
    [InlineData(404, "PT3056")]
    [InlineData(503, "PT6016")]
    public async Task What_answers_otherwise_is_told_apart_by_number(int status, string code)
    {
        using var network = PlayedAnswers.Network(_ => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent("") });

        var refused = await Assert.ThrowsAsync<FaultException>(() => Challenges.AskAsync(network, Url, default));

        Assert.Equal(code, Assert.Single(refused.Faults).Code);
    }
}
