using PartnerTrust.ErrorPages;

if (args is not [var directory])
{
#pragma warning disable RS0030 // The one place that talks to a person.
    await Console.Error.WriteLineAsync("usage: error-pages DIRECTORY");
#pragma warning restore RS0030
    return 2;
}

var pages = PageSet.Of(CatalogueReader.ReadAll());
Directory.CreateDirectory(directory);
foreach (var stale in PageSet.In(directory).Where(name => !pages.ContainsKey(name)))
{
    File.Delete(Path.Combine(directory, stale));
}

foreach (var (name, content) in pages)
{
    await File.WriteAllTextAsync(Path.Combine(directory, name), content);
}

return 0;
