using System.Collections.Immutable;
using PartnerTrust.Plugin.Commands.Explaining;

namespace PartnerTrust.Plugin.Tests.Explaining;

/// <summary>A catalogue of a few numbers, with signs of every kind: what servers say is that of domain.md 5.7 and 8.</summary>
internal static class SmallCatalogue
{
    public static ImmutableArray<Explanation> All { get; } =
    [
        Of("PT1003", "The value has the wrong type."),
        Of("PT1016", "The file cannot be read."),
        Of("PT2004", "The certificate has no private key.", "event 2004 MSExchange OAuth"),
        Of("PT2030", "The signing certificate is gone.", "event 1003 MSExchange Front End HTTPS Proxy", "HMACProvider.GetCertificates:protectionCertificates.Length<1"),
        Of("PT2031", "Another product logs the same.", "event 1003"),
        Of("PT4101", "The version does not fit.", "ErrorIncorrectExchangeServerVersion"),
        Of("PT5025", "The key is not trusted.", "2000000", "error_category=\"invalid_signature\"", "The token has an invalid signature."),
        Of("PT5028", "The signature is another key's.", "2000000", "error_category=\"invalid_signature\""),
        Of("PT5041", "The audience is another application's.", "2000003", "error_category=\"invalid_resource\"", "The audience claim value is invalid 'aud'."),
        Of(
            "PT5042",
            "The audience is another host's.",
            "2000003",
            "error_category=\"invalid_resource\"",
            "The hostname component of the audience claim value is invalid. Expected 'https://…'. Actual 'http://…'."),
        Of("PT5043", "The realm is not accepted.", "2000004", "error_category=\"invalid_tenant\"", "The tenant for tenant guid '…' does not exist.", "event 32054"),
        Of(
            "PT5060",
            "The linked account is missing.",
            "2000008",
            "error_category=\"invalid_grant\"",
            "The token should have valid permissions or linked account associated with partner application '…'."),
        Of("PT5070", "The user is unknown.", "error_category=\"invalid_user\"", "The user specified by the user-context in the token does not exist."),
        Of(
            "PT6013",
            "The caller knows no issuer.",
            "The trusted issuers contained the following entries '…'. None of them are configured locally."),
    ];

    public static Explanation Of(string number, string meaning, params string[] signs) =>
        new(number, meaning, false, "", "", "", [.. signs.Select(sign => new Sign(sign))]);
}
