using System.Globalization;
using System.IdentityModel.Tokens.Jwt;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Makes the two tokens of the profile (domain.md 5.1, 5.2): the signed actor token of an application, and the unsigned user token
/// that carries it. Used alone, the actor token is an app-only call.</summary>
public static class TokenIssuer
{
    public static string IssueActor(ActorTokenRequest request, CertificateWithKey certificate)
    {
        using var signer = new RsaTokenSigner(certificate);
        return IssueActor(request, signer);
    }

    public static string IssueActor(ActorTokenRequest request, ITokenSigner signer)
    {
        var header = Header(SecurityAlgorithms.RsaSha256);
        header[ClaimNames.X5t] = signer.Certificate.X5t;
        var claims = Claims(request.Audience, request.Issuer, request.IssuedAt, request.Lifetime);
        claims[ClaimNames.NameId] = request.Client.ToString();
        if (request.TrustedForDelegation)
        {
            claims[ClaimNames.TrustedForDelegation] = "true";
        }

        var signingInput = $"{header.Base64UrlEncode()}.{claims.Base64UrlEncode()}";
        return $"{signingInput}.{Base64UrlEncoder.Encode(signer.Sign(Encoding.ASCII.GetBytes(signingInput)))}";
    }

    /// <summary>A call of the application for a user: issues the actor token for delegation and the user token around it.</summary>
    public static string IssueForUser(ActorTokenRequest request, UserIdentity user, CertificateWithKey certificate)
    {
        using var signer = new RsaTokenSigner(certificate);
        return IssueForUser(request, user, signer);
    }

    public static string IssueForUser(ActorTokenRequest request, UserIdentity user, ITokenSigner signer) =>
        WrapForUser(IssueActor(request with { TrustedForDelegation = true }, signer), request, user);

    /// <summary>Puts an actor token, got from an authorization server for example, into a user token of the same client and
    /// audience.</summary>
    public static string WrapForUser(string actorToken, ActorTokenRequest request, UserIdentity user)
    {
        var claims = Claims(request.Audience, request.Client, request.IssuedAt, request.Lifetime);
        claims[ClaimNames.NameId] = user.NameId;
        claims[ClaimNames.NameIdIssuer] = user.NameIdIssuer;
        AddAddress(claims, ClaimNames.Smtp, user.Smtp);
        AddAddress(claims, ClaimNames.Sip, user.Sip);
        AddAddress(claims, ClaimNames.Upn, user.Upn);
        claims[ClaimNames.ActorToken] = actorToken;
        return $"{Header(SecurityAlgorithms.None).Base64UrlEncode()}.{claims.Base64UrlEncode()}.";
    }

    private static JwtHeader Header(string algorithm)
    {
        var header = new JwtHeader();
        header.Clear();
        header[ClaimNames.Type] = "JWT";
        header[ClaimNames.Algorithm] = algorithm;
        return header;
    }

    private static JwtPayload Claims(Audience audience, PrincipalName issuer, DateTimeOffset issuedAt, TimeSpan lifetime) => new()
    {
        [ClaimNames.Audience] = audience.ToString(),
        [ClaimNames.Issuer] = issuer.ToString(),
        [ClaimNames.NotBefore] = Seconds(issuedAt),
        [ClaimNames.Expires] = Seconds(issuedAt + lifetime),
    };

    /// <summary>The products write times as JSON strings (domain.md 5.2).</summary>
    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static void AddAddress(JwtPayload claims, string name, string? value)
    {
        if (value is not null)
        {
            claims[name] = value;
        }
    }
}
