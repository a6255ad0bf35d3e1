#pragma warning disable RS0030 // Whoever starts it reads where it answers from the console.
using PartnerTrust.CmdletSimulator.Host;
using PartnerTrust.CmdletSimulator.Installations;
using PartnerTrust.CmdletSimulator.Serving;

// PartnerTrust.CmdletSimulator.Host <data directory> <settings file>: plays the servers until its standard input ends.
if (args is not [var directory, var settingsFile])
{
    await Console.Error.WriteLineAsync("Expected: a data directory, and a file with the settings 'servers' and 'mailboxes' as JSON.");
    return 2;
}

if (!PowerShellTool.IsThere)
{
    await Console.Error.WriteLineAsync(PowerShellTool.Missing);
    return 1;
}

var settings = HostSettings.Parse(await File.ReadAllTextAsync(settingsFile));
await using var played = await PlayedInstallation.OpenAsync(directory, settings.Servers, settings.Mailboxes, CancellationToken.None);
await Console.Out.WriteLineAsync(InstallationText.Of(played));
await Console.Out.FlushAsync();
while (await Console.In.ReadLineAsync() is not null)
{
    // Whoever started it goes on.
}

return 0;
