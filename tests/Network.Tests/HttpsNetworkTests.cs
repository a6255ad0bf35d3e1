using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Network.Tests;

/// <summary>One exchange within its limits, and what a failure is called. (What broken hosts do on real sockets, the emulator's tests
/// show.)</summary>
public sealed class HttpsNetworkTests
{
    private static readonly Uri Url = Estate.Lync.MetadataUrl;

    public static TheoryData<string, Exception> Failures => new()
    {
        { "PT3051", Failed(HttpRequestError.NameResolutionError, new SocketException((int)SocketError.HostNotFound)) },
        { "PT3051", Failed(HttpRequestError.ConnectionError, new SocketException((int)SocketError.ConnectionRefused)) },
        { "PT3051", Failed(HttpRequestError.ProxyTunnelError, null) },
        { "PT3052", Failed(HttpRequestError.SecureConnectionError, new AuthenticationException("The remote certificate is invalid.")) },
        { "PT3052", new HttpRequestException("An error occurred.", new AuthenticationException("The remote certificate is invalid.")) },
        { "PT3060", Failed(HttpRequestError.ResponseEnded, new IOException("The response ended prematurely.")) },
        { "PT3060", new IOException("The connection was reset.") },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_way_that_fails_is_told_apart_by_number(string code, Exception failure)
    {
        using var network = PlayedAnswers.Network(_ => throw failure);

        Assert.Equal(code, (await RefusedAsync(network)).Code);
    }

    [Fact]
    public async Task A_fault_of_whoever_makes_the_connections_stays_that_fault()
    {
        var own = FaultCatalogue.TextBlank("x") with { Kind = FaultKind.Engine };
        using var network = PlayedAnswers.Network(_ => throw new HttpRequestException("An error occurred.", new FaultException(own)));

        Assert.Equal(own, await RefusedAsync(network));
    }

    [Theory]
    [InlineData(401, "PT3057")]
    [InlineData(403, "PT3057")]
    [InlineData(404, "PT3056")]
    [InlineData(503, "PT3058")]
    [InlineData(204, "PT3059")]
    public async Task A_document_comes_with_status_200_alone(int status, string code)
    {
        using var network = PlayedAnswers.Network(_ => Answer((HttpStatusCode)status));

        Assert.Equal(code, (await RefusedAsync(network)).Code);
        Assert.Equal(status, (int)(await network.SendAsync(Get, false, default)).Status);
    }

    [Fact]
    public async Task A_redirect_within_the_host_is_followed_and_asked_anew()
    {
        var asked = new List<string>();
        using var network = PlayedAnswers.Network(request =>
        {
            asked.Add(request.RequestUri!.AbsolutePath);
            return request.RequestUri == Url ? Redirect("/elsewhere") : Answer(HttpStatusCode.OK, "here");
        });

        var response = await network.GetDocumentAsync(Url, false, default);

        Assert.Equal([Url.AbsolutePath, "/elsewhere"], asked);
        Assert.Equal("/elsewhere", response.Url.AbsolutePath);
    }

    [Theory]
    [InlineData("https://login.contoso.com/")]
    [InlineData("http://atl-cs-001.litwareinc.com/metadata/json/1")]
    [InlineData("https://atl-cs-001.litwareinc.com:8443/metadata/json/1")]
    [InlineData("https://user:word@atl-cs-001.litwareinc.com/metadata/json/1")]
    [InlineData("/metadata/json/1")]
    [InlineData(null)]
    public async Task A_redirect_that_leads_away_or_nowhere_ends_the_exchange(string? location)
    {
        using var network = PlayedAnswers.Network(_ => Redirect(location));

        var fault = await RefusedAsync(network);

        Assert.Equal("PT3055", fault.Code);
        Assert.DoesNotContain("word", fault.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_larger_than_any_is_not_read_to_its_end()
    {
        using var network = PlayedAnswers.Network(
            _ => Answer(HttpStatusCode.OK, new string('x', 101)), NetworkLimits.Usual with { LargestBody = 100 });

        Assert.Equal("PT3054", (await RefusedAsync(network)).Code);
    }

    [Fact]
    public async Task Whoever_takes_too_long_is_given_up_and_whoever_cancels_is_obeyed()
    {
        using var cancel = new CancellationTokenSource();
        using var impatient = PlayedAnswers.Network(NeverAsync, NetworkLimits.Usual with { Timeout = TimeSpan.FromMilliseconds(1) });
        using var patient = PlayedAnswers.Network(NeverAsync, NetworkLimits.Usual with { Timeout = TimeSpan.FromDays(1) });

        Assert.Equal("PT3053", (await RefusedAsync(impatient)).Code);
        var call = patient.SendAsync(Get, false, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Theory]
    [InlineData("http://atl-cs-001.litwareinc.com/metadata/json/1")]
    [InlineData("https://user:secret@atl-cs-001.litwareinc.com/")]
    public async Task Only_plain_https_urls_are_asked_and_what_is_said_to_be_done_makes_them_so(string url)
    {
        using var network = PlayedAnswers.Network(_ => throw new InvalidOperationException("Nobody is to be asked."));

        var refused = await Assert.ThrowsAsync<FaultException>(() => network.GetDocumentAsync(new Uri(url), false, default));

        Assert.Equal("PT3050", refused.Faults[0].Code);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Give the URL with its scheme and the public name of the server, without a user name in it", refused.Message, StringComparison.Ordinal);
        using var answering = PlayedAnswers.Network(_ => Answer(HttpStatusCode.OK, "document"));
        var given = new UriBuilder(url) { Scheme = Uri.UriSchemeHttps, Port = -1, UserName = "", Password = "" }.Uri;
        Assert.Equal(HttpStatusCode.OK, (await answering.GetDocumentAsync(given, false, default)).Status);
    }

    private static HttpRequestException Failed(HttpRequestError error, Exception? inner) => new(error, "An error occurred.", inner);

    private static HttpRequestMessage Get() => new(HttpMethod.Get, Url);

    private static HttpResponseMessage Answer(HttpStatusCode status, string body = "") => new(status) { Content = new StringContent(body) };

    private static HttpResponseMessage Redirect(string? location)
    {
        var response = Answer(HttpStatusCode.Found);
        response.Headers.Location = location is null ? null : new Uri(location, UriKind.RelativeOrAbsolute);
        return response;
    }

    private static async Task<HttpResponseMessage> NeverAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return Answer(HttpStatusCode.OK);
    }

    private static async Task<Fault> RefusedAsync(HttpsNetwork network) =>
        Assert.Single((await Assert.ThrowsAsync<FaultException>(() => network.GetDocumentAsync(Url, false, default))).Faults);
}
