namespace PartnerTrust.Network.Tests;

/// <summary>Answers by URL, without a socket.</summary>
internal sealed class PlayedAnswers : HttpMessageHandler
{
    private readonly Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer;

    private PlayedAnswers(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) => this.answer = answer;

    public static HttpsNetwork Network(Func<HttpRequestMessage, HttpResponseMessage> answer, NetworkLimits? limits = null) =>
        Network((request, _) => Task.FromResult(answer(request)), limits);

    public static HttpsNetwork Network(
        Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer, NetworkLimits? limits = null) =>
        new(_ => new PlayedAnswers(answer), limits ?? NetworkLimits.Usual);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        answer(request, cancellationToken);
}
