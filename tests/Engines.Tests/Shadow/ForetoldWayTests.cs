using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Tests.Shadow;

/// <summary>Whatever stands in the way of a check, the copy meets it at the step, and under the number, at which the call does.</summary>
public sealed class ForetoldWayTests
{
    [Fact]
    [Trait("Size", "Nightly")]
    public async Task What_a_copy_says_of_a_call_is_what_the_call_finds()
    {
        var wrong = new List<string>();
        for (var seed = 0; seed < GeneratedCases.Number(4, byNight: 200); seed++)
        {
            await using var installation = await Installation.StartAsync(RandomOrganizations.Servers, [.. RandomOrganizations.Mailboxes]);
            await RandomOrganizations.EstablishAsync(installation, new Random(seed));
            await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);
            foreach (var request in RandomOrganizations.Requests())
            {
                var foretold = await shadow.CheckConnectivityAsync(request, default);
                var found = await installation.Engine.CheckConnectivityAsync(request, default);
                if (Described(foretold) != Described(found) || foretold.Open is not null)
                {
                    wrong.Add($"{seed}: {request}\n  foretold {Described(foretold)}: {foretold.Steps[^1].Detail}\n  found {Described(found)}: {found.Steps[^1].Detail}");
                }
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} wrong\n{string.Join("\n", wrong.Take(20))}");
    }

    /// <summary>The steps by name, and the number of the last.</summary>
    private static string Described(ConnectivityReport report) =>
        $"{report.Succeeded} {string.Join(" ", report.Steps.Select(Name))} {report.Steps[^1].Code}";

    private static string Name(TraceStep step) => step.Name;
}
