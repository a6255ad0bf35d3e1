#pragma warning disable RS0030 // Whoever starts it reads where it answers from the console.
using PartnerTrust.CmdletSimulator.Host;

// PartnerTrust.CmdletSimulator.Host <data directory> <settings file>: plays the servers until its standard input ends.
if (args is not [var directory, var settings])
{
    await Console.Error.WriteLineAsync("Expected: a data directory, and a file with the settings 'servers' and 'mailboxes' as JSON.");
    return 2;
}

await using var played = await PlayedInstallation.OpenAsync(directory, HostSettings.Parse(await File.ReadAllTextAsync(settings)));
await Console.Out.WriteLineAsync(await played.DescribeAsync());
await Console.Out.FlushAsync();
while (await Console.In.ReadLineAsync() is not null)
{
    // Whoever started it goes on.
}

return 0;
