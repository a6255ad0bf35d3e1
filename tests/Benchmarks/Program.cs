#pragma warning disable RS0030 // The table goes to the console.
using PartnerTrust.Benchmarks;

if (args is ["empty-endpoint"])
{
    await using var endpoint = await EmptyEndpoint.StartAsync();
    Console.WriteLine(endpoint.Port);
    await Console.In.ReadToEndAsync();
    return 0;
}

if (args is not [var plugin] || !File.Exists(plugin))
{
    Console.Error.WriteLine("usage: partnertrust-benchmarks PLUGIN_BINARY");
    return 2;
}

foreach (var line in await Suite.RunAsync(Path.GetFullPath(plugin), CancellationToken.None))
{
    Console.WriteLine(line);
}

return 0;
