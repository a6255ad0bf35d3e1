using PartnerTrust.SdkGenerator;
using PartnerTrust.SdkGenerator.Schema;

if (args is not [var schemaPath, var directory])
{
#pragma warning disable RS0030 // The one place that talks to a person.
    await Console.Error.WriteLineAsync("usage: sdk-generator SCHEMA.json DIRECTORY");
#pragma warning restore RS0030
    return 2;
}

var files = SdkPackage.Generate(SchemaReader.Read(await File.ReadAllTextAsync(schemaPath)));
foreach (var stale in GeneratedFiles.In(directory).Where(path => !files.ContainsKey(path)))
{
    File.Delete(Path.Combine(directory, stale));
}

foreach (var (path, content) in files)
{
    var target = Path.Combine(directory, path);
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    await File.WriteAllTextAsync(target, content);
}

return 0;
