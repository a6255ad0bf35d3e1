using System.Diagnostics;
using System.Globalization;

namespace PartnerTrust.Engines.Tests.Store.Processes;

internal static class OtherProcess
{
    public static Process WriteTogether(string directory, string writer, int count) => Start("together", directory, writer, count);

    public static Process WriteUntilKilled(string directory, string writer, int first, int lastStatement) =>
        Start("sequence", directory, writer, first, lastStatement);

    /// <summary>Changes the keys, to a passphrase or (empty) to a new key file, and dies at the statement of the given number.</summary>
    public static Process RekeyUntilKilled(string directory, string passphrases, int lastStatement) =>
        Start("rekey", directory, passphrases, lastStatement);

    /// <summary>Makes a connectivity check and dies between writing its item and reading it back.</summary>
    public static Process CheckUntilKilled(string directory) => Start("check", directory, "", 0);

    private static Process Start(string mode, string directory, string writer, params int[] numbers)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet") { RedirectStandardOutput = true };
        string[] arguments =
        [
            "exec", typeof(OtherProcess).Assembly.Location, mode, directory, writer,
            Convert.ToBase64String(Certs.Public(0).Der.AsSpan()),
            .. numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_TieredPGO"] = "0";
        return Process.Start(start)!;
    }
}
