using System.Globalization;
using PartnerTrust.Packing;

switch (args)
{
    case ["archive", var folder, var archive]:
        await ReproducibleArchive.WriteAsync(folder, archive, BuildTime());
        return 0;
    case ["sums", var folder, var file]:
        await File.WriteAllTextAsync(file, await Sums.OfAsync(folder, except: file));
        return 0;
    case ["complete", var bill, var assets, var completed]:
        await File.WriteAllTextAsync(
            completed, BillOfMaterials.Complete(await File.ReadAllTextAsync(bill), await File.ReadAllTextAsync(assets), BuildTime()));
        return 0;
    case ["notices", var bill, var notices]:
        await File.WriteAllTextAsync(notices, Notices.Of(await File.ReadAllTextAsync(bill)));
        return 0;
    default:
#pragma warning disable RS0030 // The one place that talks to a person.
        await Console.Error.WriteLineAsync(
            "usage: packing archive FOLDER FILE | sums FOLDER FILE | complete BILL ASSETS FILE | notices BILL FILE");
#pragma warning restore RS0030
        return 2;
}

// https://reproducible-builds.org/specs/source-date-epoch/
static DateTimeOffset BuildTime() => DateTimeOffset.FromUnixTimeSeconds(
    long.Parse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") ?? "315532800", CultureInfo.InvariantCulture));
