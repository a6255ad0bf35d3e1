using System.Globalization;
using PartnerTrust.Engines.Embedded.Store;

namespace PartnerTrust.Engines.Tests.Store.Processes;

/// <summary>The test assembly run as a program: the other process of the tests that need one.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        var (directory, writer, der) = (arguments[1], arguments[2], Convert.FromBase64String(arguments[3]));
        var number = int.Parse(arguments[4], CultureInfo.InvariantCulture);
        if (arguments[0] == "together")
        {
            await StoreWriter.RunTogetherAsync(directory, writer, der, number);
            return 0;
        }

        if (arguments[0] == "check")
        {
            await DoomedCheck.RunAsync(directory);
            return 0;
        }

        if (arguments[0] == "rekey")
        {
            var passphrases = writer.Split('>');
            await using var store = new SqliteTrustStore(directory, passphrases[0] is "" ? null : passphrases[0], new DeathAtStatement(number));
            await store.RekeyAsync(passphrases[1] is "" ? null : passphrases[1], default);
            return 0;
        }

        await StoreWriter.RunAsync(directory, writer, der, number, int.Parse(arguments[5], CultureInfo.InvariantCulture), Console.Out);
        return 0;
    }
}
