namespace PartnerTrust.Deployment.Projects;

/// <summary>Pulumi.STACK.yaml, changed line by line so that everything else in it, comments included, stays as it was written.</summary>
internal sealed class SettingsFile(ProjectFile project, string stack)
{
    private const string Section = "config:";
    private const string Indent = "  ";

    private readonly string path = Path.Combine(project.Directory, $"Pulumi.{stack}.yaml");

    public void Set(string key, string value)
    {
        var lines = Without(key);
        var section = lines.IndexOf(Section);
        if (section < 0)
        {
            section = lines.Count;
            lines.Add(Section);
        }

        lines.Insert(
            section + 1,
            $"{Indent}{Qualify(key)}: \"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        File.WriteAllLines(path, lines);
    }

    public void Remove(string key) => File.WriteAllLines(path, Without(key));

    /// <summary>The lines less those of a setting: its own and all that are indented further.</summary>
    private List<string> Without(string key)
    {
        var lines = File.Exists(path) ? File.ReadAllLines(path).ToList() : [];
        var at = lines.FindIndex(line => line.StartsWith($"{Indent}{Qualify(key)}:", StringComparison.Ordinal));
        if (at < 0)
        {
            return lines;
        }

        do
        {
            lines.RemoveAt(at);
        }
        while (at < lines.Count && lines[at].StartsWith(Indent + " ", StringComparison.Ordinal));
        return lines;
    }

    private string Qualify(string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project.Name}:{key}";
}
