using System.Diagnostics;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Benchmarks;

/// <summary>The validator, with its trace, beside the bare library call on the same token.</summary>
internal sealed class TokenValidation
{
    private const int Rounds = 100;

    // So many until the compiler has done its best with both, also on a busy machine.
    private const int WarmUp = 50;
    private const int CallsPerRound = 200;

    private readonly TokenValidator validator = new();
    private readonly JsonWebTokenHandler library = new();
    private readonly TokenValidationRequest request;
    private readonly TokenValidationParameters parameters;

    public TokenValidation(DateTimeOffset now)
    {
        var (caller, receiver) = (Estate.Lync, Estate.Exchange);
        var key = CertificateGenerator.SelfSigned("CN=litwareinc.com", 2048, 365, now);
        var partner = new PartnerApplication(
            receiver.Fqdn, "lync", new PartnerSource.Metadata(caller.MetadataUrl, false), caller.ApplicationIdentifier, caller.Realm, caller.Issuer,
            [key.Certificate], null, true, false, new LinkedAccount("account", ["UserApplication"]));
        var audience = new Audience(receiver.ApplicationIdentifier, receiver.Fqdn, receiver.Realm);
        var token = TokenIssuer.IssueActor(ActorTokenRequest.SelfIssued(PrincipalName.Parse(caller.Issuer), audience, now), key);
        var state = TrustState.Empty with { PartnerApplications = TrustState.Empty.PartnerApplications.Add((partner.Server, partner.Name), partner) };
        request = new TokenValidationRequest(token, receiver, state, now);
        parameters = new TokenValidationParameters
        {
            ValidAudience = audience.ToString(),
            ValidIssuer = caller.Issuer,
            ValidAlgorithms = ["RS256"],
            IssuerSigningKey = new RsaSecurityKey(key.OpenKey()),
        };
    }

    /// <summary>Both take turns, so that whatever else the machine does meets both.</summary>
    public async Task MeasureAsync(Table table)
    {
        var (mine, theirs) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < Rounds; round++)
        {
            mine.Add(await TimeAsync(ValidateAsync));
            theirs.Add(await TimeAsync(CallLibraryAsync));
        }

        table.Add(
            "validate a token | bare library call", new Samples(mine.Skip(WarmUp)).Percentile(50), new Samples(theirs.Skip(WarmUp)).Percentile(50));
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(ValidateAsync)));
        table.Add("1,000 validations at once", Stopwatch.GetElapsedTime(start));
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < CallsPerRound; i++)
        {
            await call();
        }

        return Stopwatch.GetElapsedTime(start) / CallsPerRound;
    }

    private Task ValidateAsync() => validator.Validate(request) is { Accepted: true }
        ? Task.CompletedTask
        : throw new InvalidOperationException("The validator refuses the token.");

    private async Task CallLibraryAsync()
    {
        var result = await library.ValidateTokenAsync(request.Token, parameters);
        if (!result.IsValid)
        {
            throw new InvalidOperationException("The library refuses the token.", result.Exception);
        }
    }
}
