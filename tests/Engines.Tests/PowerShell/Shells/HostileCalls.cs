using PartnerTrust.CmdletSimulator;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Texts that quoting, encodings and parsers have broken before, sent to a cmdlet that gives back what it got.</summary>
internal static class HostileCalls
{
    /// <summary>What .NET allows.</summary>
    private const int LongestSecureString = 65_536;

    public static async Task AssertArriveAsync(Func<CmdletCall, CancellationToken, Task<CallAnswer>> runAsync)
    {
        Assert.InRange(HostileValues.All.Length, 70, int.MaxValue);
        foreach (var (kind, text) in HostileValues.All)
        {
            var secret = text[..Math.Min(text.Length, LongestSecureString)];

            var answer = await runAsync(Of(text, secret), default);

            Assert.True(answer.Succeeded, $"{kind}: {answer.Errors.FirstOrDefault()?.Message}");
            var found = Assert.Single(answer.Objects);
            Assert.True(text == found.Text("Text"), kind);
            Assert.Equal((string[])[text, "between", text], found.Texts("Texts"));
            Assert.True((secret, text) == (found.Text("Secret"), found.Text("Any")), kind);
        }
    }

    private static CmdletCall Of(string text, string secret) => new(
        "Read-Back",
        [
            new("Text", new CmdletValue.Text(text)),
            new("Texts", new CmdletValue.Texts([text, "between", text])),
            new("Secret", new CmdletValue.Secret(secret, IsSecure: true)),
            new("Any", new CmdletValue.Secret(text, IsSecure: false)),
        ])
    {
        Select = ["Text", "Texts", "Secret", "Any"],
    };
}
