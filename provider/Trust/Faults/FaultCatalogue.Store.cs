namespace PartnerTrust.Trust.Faults;

// PT70xx: the embedded engine and its store.
public static partial class FaultCatalogue
{
    /// <summary>The server is not configured.</summary>
    public static Fault ServerUnknown(string fqdn, IEnumerable<string> known) => OfEngine(
        "PT7001", "server", $"\"{fqdn}\" is not a configured server.", $"one of {ListOf(known)}.",
        "Add it to the provider's \"servers\" setting, or correct the name.");

    /// <summary>The database is damaged, or is not a database.</summary>
    public static Fault StoreCorrupt(string database, string detail) => OfEngine(
        "PT7002", "", $"{database} cannot be read as a database ({detail}).", "an undamaged database of the embedded engine.",
        "Restore it from a backup, or move the data directory away to start with an empty one.");

    /// <summary>The database was written by a newer release.</summary>
    public static Fault StoreNewer(string database, int version, int known) => OfEngine(
        "PT7003", "", $"{database} has schema version {version}.", $"at most {known}.",
        "The file was not changed. Use the release of the plugin that wrote it, or a newer one.");

    /// <summary>The database belongs to another program.</summary>
    public static Fault StoreForeign(string database) => OfEngine(
        "PT7004", "", $"{database} is a database of another program.", "a database of the embedded engine, or no file.",
        "The file was not changed. Set \"dataDirectory\" to a directory of its own.");

    /// <summary>Another process keeps the database locked.</summary>
    public static Fault StoreBusy(string database, TimeSpan? waited) => OfEngine(
        "PT7005", "", waited is { } time ? $"{database} stayed locked for {time.TotalSeconds:0} s." : $"{database} is locked.",
        "a lock that is held only for milliseconds.",
        "Look for a process that keeps the file open (a database browser, a backup), and end it.");

    /// <summary>The database cannot be read or written: disk full, no permission, input or output error.</summary>
    public static Fault StoreUnusable(string database, string detail) => OfEngine(
        "PT7006", "", $"{database} cannot be used ({detail}).", "a file that this user can read and write, on a disk with free space.",
        "Free space on the disk or correct the permissions, and run again.");

    /// <summary>The data directory or a file in it cannot be created or read.</summary>
    public static Fault DataDirectoryUnusable(string directory, string detail) => OfEngine(
        "PT7007", "dataDirectory", $"{directory} cannot be used ({detail}).", "a directory that this user can write to.",
        "Correct the permissions, or set \"dataDirectory\" to another place.");

    /// <summary>The key file is missing, but the database holds keys that were encrypted with it.</summary>
    public static Fault KeyFileMissing(string keyFile) => OfEngine(
        "PT7008", "", $"{keyFile} is missing.", "the key file with which the private keys in the database were encrypted.",
        "Restore it from a backup. Without it the private keys are lost: bind new certificates in a new data directory.");

    /// <summary>The key file is not the one with which the database's keys were encrypted.</summary>
    public static Fault KeyFileWrong(string keyFile) => OfEngine(
        "PT7009", "", $"{keyFile} cannot decrypt the database's private keys.", "the key file that was made with this database.",
        "Restore the database and the key file from the same backup.");

    /// <summary>The database's keys are encrypted with a passphrase, and none was given.</summary>
    public static Fault PassphraseMissing() => OfEngine(
        "PT7010", "",
        "The private keys are encrypted with a passphrase, and none was given.",
        "the passphrase in the environment variable PARTNERTRUST_PASSPHRASE.",
        "Set the variable where the stack is deployed.");

    /// <summary>The passphrase is wrong.</summary>
    public static Fault PassphraseWrong() => OfEngine(
        "PT7011", "",
        "PARTNERTRUST_PASSPHRASE cannot decrypt the database's private keys.",
        "the passphrase with which they were encrypted.",
        "Correct the variable.");

    /// <summary>A passphrase was given for a database whose keys are encrypted with a key file.</summary>
    public static Fault PassphraseNotInUse(string keyFile) => OfEngine(
        "PT7012", "",
        $"PARTNERTRUST_PASSPHRASE is set, but the private keys are encrypted with {keyFile}.",
        "no passphrase for this data directory.",
        "Unset the variable. To change to a passphrase, run \"lab rekey\".");

    /// <summary>An encrypted private key was changed.</summary>
    public static Fault SealedKeyDamaged(string database) => OfEngine(
        "PT7013", "", $"A private key in {database} cannot be decrypted.", "the private key as it was written.",
        "Restore the database from a backup, or bind another certificate.");

    /// <summary>The place for a backup already holds a database.</summary>
    public static Fault BackupTargetTaken(string directory) => OfEngine(
        "PT7014", "", $"{directory} already holds a database.", "a new or empty directory.", "Name another place for the backup.");

    /// <summary>Another server publishes its document at the URL.</summary>
    public static Fault UrlTaken(Uri url, string server) => new(
        "PT7015", "url", $"{server} already publishes its document at {url}.", "a URL of this server's own.",
        "Correct the URL or the server.");

    /// <summary>A record of that name already exists on the server.</summary>
    public static Fault NameTaken(string kind, string server, string existing, string asked) => new(
        "PT7016", "name",
        existing == asked
            ? $"{server} already has {kind} named {Quote(existing)}."
            : $"{server} already has {kind} named {Quote(existing)}, which differs from {Quote(asked)} only in upper and lower case.",
        "a name that is free on the server.",
        $"Import it with the id \"{server}/{existing}\", or choose another name. If another resource of this stack takes its place, give that one an alias, or set deleteBeforeReplace.");

    /// <summary>The record to be changed no longer exists.</summary>
    public static Fault RecordGone(string kind, string server, string name) => new(
        "PT7017", "name", $"{server} has no {kind} named \"{name}\" any more.", "the record that is in the stack's state.",
        "Somebody removed it. Run \"pulumi refresh\"; the next update creates it again.");

    /// <summary>The directory holds no store of the embedded engine.</summary>
    public static Fault StoreAbsent(string directory) => OfEngine(
        "PT7018", "dataDirectory", $"{directory} holds no data of the embedded engine.", "the data directory of a stack that was deployed.",
        "Name the stack's data directory (by default .partnertrust/<stack> in the project), or deploy the stack first.");

    /// <summary>The store is not the one that the stack's state was written to.</summary>
    public static Fault StoreOfOtherState(string place, Guid? found, string recordedPlace, Guid identity) => OfEngine(
        "PT7020", "dataDirectory",
        found is null
            ? $"{place} holds no store, but the stack's state was written to the store {identity:D} in {recordedPlace}."
            : $"{place} holds the store {found:D}, but the stack's state was written to the store {identity:D} in {recordedPlace}.",
        "the store that the state was written to, wherever it is now, or a copy of it that \"lab backup\" made.",
        found is null
            ? $"If the store was moved, or the stack or the directory was renamed, set dataDirectory to its directory, or move it to {place}. If it is lost, restore a backup "
                + $"there. Without a backup, \"pulumi-resource-partnertrust lab init --data {place} --identity {identity:D}\" makes an empty store in its place; a refresh then finds that everything is gone."
            : "Set dataDirectory to the right directory. To use the other store with this stack, first destroy what the stack manages in its own.");

    /// <summary>A store is to be made where there already is one.</summary>
    public static Fault StorePresent(string directory) => OfEngine(
        "PT7021", "", $"{directory} already holds a store.", "a new or empty directory.",
        "Name another directory, or move the store away if it is not needed any more.");

    /// <summary>Something that is not a regular file is where the store keeps one.</summary>
    public static Fault StoreFileNotRegular(string path, string found) => OfEngine(
        "PT7030", "dataDirectory", $"{path} is {found}.", "a regular file, or nothing.",
        "The plugin did not open it. Move it away, or set \"dataDirectory\" to a directory of its own.");

    /// <summary>A file of the store is larger than any that the engine writes.</summary>
    public static Fault StoreFileTooLarge(string path, long size, long largest) => OfEngine(
        "PT7031", "dataDirectory", $"{path} has {Count(size, "byte")}.", $"at most {Number(largest)}.",
        "The engine did not write this file: restore it from a backup.");

    /// <summary>The data directory or a file in it belongs to another user.</summary>
    public static Fault StoreOwnedByOther(string path, long owner, long user) => OfEngine(
        "PT7032", "dataDirectory", $"{path} belongs to the user id {Number(owner)}.",
        user == 0 ? "root as its owner, who runs the plugin." : $"the user id {Number(user)}, which runs the plugin, or root as its owner.",
        "The directory holds private keys: make it yours (\"chown -R\"), or set \"dataDirectory\" to a directory of your own.");

    /// <summary>Users other than the owner can write to the data directory or a file in it.</summary>
    public static Fault StoreWritableByOthers(string path, int mode) => OfEngine(
        "PT7033", "dataDirectory",
        $"{path} has the mode {Convert.ToString(mode, 8).PadLeft(4, '0')}: users other than its owner can write to it.",
        "a mode that lets only the owner write.",
        "Others could have put keys of their own there. If nobody did, run \"chmod -R go-w\" on the data directory.");

    private static string ListOf(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\"").DefaultIfEmpty("none"));
}
