using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.State;

/// <summary>A stack's file in the layout of a file backend, <c>DIR/.pulumi/stacks/PROJECT/STACK.json</c>, with a journal of the steps since it was
/// written: one line a step, so that a step costs the same however many resources there are.</summary>
public sealed class StateFile
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 4 };

    private readonly string stackName;
    private readonly bool plaintextSecrets;
    private readonly TimeProvider time;

    public StateFile(string directory, string project, string stack, bool plaintextSecrets, TimeProvider time)
    {
        stackName = $"organization/{project}/{stack}";
        this.plaintextSecrets = plaintextSecrets;
        this.time = time;
        Path = System.IO.Path.Combine(directory, ".pulumi", "stacks", project, stack + ".json");
    }

    public string Path { get; }

    private string JournalPath => Path + ".journal";

    private string LockPath => Path + ".lock";

    /// <summary>The last state, the steps of an interrupted run included. Only one run at a time may open it to change it.</summary>
    public StateJournal Open(bool persist)
    {
        var hold = persist ? Lock() : null;
        try
        {
            var (snapshot, cipher) = Read();
            if (hold is null)
            {
                return new StateJournal(snapshot, cipher);
            }

            Write(snapshot, cipher);
            return new StateJournal(snapshot, cipher, this, new FileStream(JournalPath, FileMode.Create, FileAccess.Write, FileShare.Read), hold);
        }
        catch
        {
            hold?.Dispose();
            throw;
        }
    }

    /// <summary>The <c>stack export</c> form.</summary>
    public JsonObject Export()
    {
        var (snapshot, cipher) = Read();
        return new JsonObject { ["version"] = 3, ["deployment"] = DeploymentJson.Write(snapshot, cipher, time.GetUtcNow()) };
    }

    public void Import(JsonNode export)
    {
        var deployment = export["deployment"] ?? throw new DeploymentException("the imported file holds no deployment");
        ISecretCipher cipher = plaintextSecrets ? new PlaintextCipher() : new StateCipher(DeploymentJson.Salt(deployment));
        Write(DeploymentJson.Read(deployment, cipher), cipher);
    }

    /// <summary>Lets one resource, or all of them, be deleted and replaced again.</summary>
    public void Unprotect(string? urn)
    {
        using var hold = Lock();
        var (snapshot, cipher) = Read();
        var resources = snapshot.Resources.Select(state => urn is null || state.Urn == urn ? state with { Protect = false } : state);
        Write(snapshot with { Resources = [.. resources] }, cipher);
    }

    public void Write(Snapshot snapshot, ISecretCipher cipher)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var json = new JsonObject
        {
            ["version"] = 3,
            ["checkpoint"] = new JsonObject { ["stack"] = stackName, ["latest"] = DeploymentJson.Write(snapshot, cipher, time.GetUtcNow()) },
        };
        var temporary = $"{Path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, json.ToJsonString(Indented));
        File.Move(temporary, Path, overwrite: true);
        File.Delete(JournalPath);
    }

    private (Snapshot Snapshot, ISecretCipher Cipher) Read()
    {
        var deployment = ReadCheckpoint();
        var lines = File.Exists(JournalPath) ? ReadJournal() : [];
        ISecretCipher cipher = plaintextSecrets
            ? new PlaintextCipher()
            : new StateCipher(DeploymentJson.Salt(deployment) ?? JournalEntry.Salt(lines));
        using var journal = new StateJournal(DeploymentJson.Read(deployment, cipher), cipher);
        foreach (var line in lines)
        {
            journal.Replay(line);
        }

        return (journal.ToSnapshot(), cipher);
    }

    private FileStream Lock()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        try
        {
            return new FileStream(LockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem)
        {
            throw new DeploymentException($"the stack is being changed by somebody else: {problem.Message}", problem);
        }
    }

    private JsonNode? ReadCheckpoint()
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(File.ReadAllText(Path))?["checkpoint"]?["latest"];
        }
        catch (JsonException problem)
        {
            throw new DeploymentException($"the state file {Path} is damaged: {problem.Message}", problem);
        }
    }

    /// <summary>A process that died while writing leaves half a line, which is no step.</summary>
    private List<JsonNode> ReadJournal()
    {
        var entries = new List<JsonNode>();
        foreach (var line in File.ReadLines(JournalPath))
        {
            try
            {
                entries.Add(JsonNode.Parse(line)!);
            }
            catch (JsonException)
            {
                break;
            }
        }

        return entries;
    }
}
