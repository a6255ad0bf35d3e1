#pragma warning disable RS0030 // The report goes to the console.
using System.Globalization;
using PartnerTrust.Soak;

if (args is not [var plugin, var starts, ..] || !File.Exists(plugin)
    || !int.TryParse(starts, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
{
    Console.Error.WriteLine("usage: partnertrust-soak PLUGIN_BINARY STARTS [SCHEMAS_EACH [AT_ONCE]]");
    return 2;
}

var loop = new SoakLoop(Path.GetFullPath(plugin), Number(2, otherwise: 25), TimeSpan.FromSeconds(30));
var lost = await loop.RunAsync(count, Number(3, otherwise: 4), CancellationToken.None);
foreach (var line in lost)
{
    Console.WriteLine(line);
}

Console.WriteLine($"{count} starts, {loop.Answered} answers, {lost.Count} starts lost one");
return lost.Count == 0 ? 0 : 1;

int Number(int position, int otherwise) =>
    args.Length > position && int.TryParse(args[position], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
