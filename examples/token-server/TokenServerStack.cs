using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.TokenServers;

/// <summary>
/// An archiving application cannot sign tokens of its own: an authorization server does it. Exchange trusts that server, and registers
/// the application as one that comes with its tokens.
/// </summary>
public sealed class TokenServerStack : Stack
{
    public TokenServerStack()
    {
        var config = new Pulumi.Config();
        var exchange = config.Require("exchange");
        var tokenServer = config.Require("tokenServer");

        var certificate = new CertificateBinding("token-server", new()
        {
            Server = tokenServer,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        });

        var endpoint = new AuthMetadataEndpoint("token-server", new() { Server = tokenServer }, new() { DependsOn = certificate });

        var trusted = new AuthorizationServer("token-server", new()
        {
            Server = exchange,
            Name = "LitwareTokenServer",
            AuthMetadataUrl = endpoint.Url,
        });

        // No key is kept for the application: whoever the authorization server vouches for under this identifier is the application.
        var archive = new PartnerApplication("archive", new()
        {
            Server = exchange,
            Name = "LitwareArchive",
            AuthorizationServer = new PartnerAuthorizationServerArgs
            {
                ApplicationIdentifier = config.Require("archiveApplication"),
                Realm = config.Require("realm"),
            },
            LinkedAccount = new LinkedAccountArgs { Name = "LitwareArchive-ApplicationAccount", Roles = { "ArchiveApplication" } },
        }, new() { DependsOn = trusted });

        TrustedIssuer = trusted.Issuer;
        TrustedKeys = trusted.TrustedKeys.Apply(keys => keys.Select(key => key.Thumbprint).Single());
        Application = archive.ApplicationIdentifier;
    }

    [Output("trustedIssuer")]
    public Output<string> TrustedIssuer { get; private set; }

    [Output("trustedKey")]
    public Output<string> TrustedKeys { get; private set; }

    [Output("application")]
    public Output<string> Application { get; private set; }
}
