using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Findings;

/// <summary>A warning about a trust that works teaches people to ignore warnings.</summary>
public class HealthyTrustTests
{
    private static readonly Gen<MutualTrust> Installations =
        from products in Gen.Elements<ServerProduct[]>(
            [ServerProduct.LyncServer, ServerProduct.ExchangeServer],
            [ServerProduct.ExchangeServer, ServerProduct.LyncServer],
            [ServerProduct.LyncServer, ServerProduct.SharePointServer],
            [ServerProduct.ExchangeServer, ServerProduct.SharePointServer],
            [ServerProduct.LyncServer, ServerProduct.ExchangeServer, ServerProduct.SharePointServer])
        from link in Gen.Elements(Enum.GetValues<Link>())
        from hybrid in Gen.Elements(true, false)
        from rolled in Gen.Elements(true, false)
        from staged in Gen.Elements(true, false)
        from identified in Gen.Elements(true, false)
        from farm in Gen.Elements(true, false)
        select new MutualTrust(products, link, hybrid, rolled, staged, identified, farm);

    [Fact]
    public void A_freshly_made_trust_is_accepted_in_all_directions_and_has_no_findings() =>
        Prop.ForAll(Installations.ToArbitrary(), installation =>
        {
            var state = installation.Make();

            Assert.All(installation.Directions(), direction =>
            {
                var verdict = TrustEvaluator.Evaluate(state, new TrustQuestion(direction.From, direction.To, null, Certs.Now));
                Assert.True(verdict.Accepted, verdict.Refusal?.ToString());
            });
            var findings = TrustFindings.Of(state, Certs.Now).Select(finding => $"{finding.Check} {finding.Fault}").ToList();
            Assert.Equal(installation.CloudNamesakes, findings.Count(finding => finding.StartsWith("TRUST-006", StringComparison.Ordinal)));
            Assert.DoesNotContain(findings, finding => !finding.StartsWith("TRUST-006", StringComparison.Ordinal));
        }).Check(GeneratedCases.Config(200));
}
