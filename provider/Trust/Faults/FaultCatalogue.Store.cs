namespace PartnerTrust.Trust.Faults;

// PT70xx: the embedded engine and its store.
public static partial class FaultCatalogue
{
    /// <summary>The server is not configured.</summary>
    public static Fault ServerUnknown(string fqdn, IEnumerable<string> known) => new(
        "PT7001", "server", $"\"{fqdn}\" is no configured server.", $"one of {ListOf(known)}.",
        "Add it to the provider's \"servers\" setting, or correct the name.");

    /// <summary>The database is damaged or is no database.</summary>
    public static Fault StoreCorrupt(string database, string detail) => new(
        "PT7002", "", $"{database} can't be read as a database ({detail}).", "a sound database of the embedded engine.",
        "Nothing was changed. Put a backup in its place, or move the data directory away to start with an empty one.");

    /// <summary>The database was written by a newer release.</summary>
    public static Fault StoreNewer(string database, int version, int known) => new(
        "PT7003", "", $"{database} has schema version {version}.", $"at most {known}.",
        "Nothing was changed. Use the release of the plugin that wrote it, or a newer one.");

    /// <summary>The database belongs to another program.</summary>
    public static Fault StoreForeign(string database) => new(
        "PT7004", "", $"{database} is a database of another program.", "a database of the embedded engine, or no file.",
        "Nothing was changed. Set \"dataDirectory\" to a directory of its own.");

    /// <summary>Another process keeps the database locked.</summary>
    public static Fault StoreBusy(string database, TimeSpan? waited) => new(
        "PT7005", "", waited is { } time ? $"{database} stayed locked for {time.TotalSeconds:0} s." : $"{database} is locked.",
        "a lock that is held for milliseconds.", "Look for a process that keeps the file open (a database browser, a backup) and end it.");

    /// <summary>The database can't be read or written: disk full, no permission, input or output error.</summary>
    public static Fault StoreUnusable(string database, string detail) => new(
        "PT7006", "", $"{database} can't be used ({detail}).", "a file that this user can read and write, on a disk with room.",
        "Nothing was half done. Free the disk or correct the permissions, and run again.");

    /// <summary>The data directory or a file in it can't be made or read.</summary>
    public static Fault DataDirectoryUnusable(string directory, string detail) => new(
        "PT7007", "dataDirectory", $"{directory} can't be used ({detail}).", "a directory that this user can write.",
        "Correct the permissions, or set \"dataDirectory\" to another place.");

    /// <summary>The key file is gone while the database holds keys sealed with it.</summary>
    public static Fault KeyFileMissing(string keyFile) => new(
        "PT7008", "", $"{keyFile} is missing.", "the key file with which the private keys in the database were encrypted.",
        "Put it back from a backup. Without it the private keys are lost: bind new certificates in a new data directory.");

    /// <summary>The key file is not the one that the database's keys were sealed with.</summary>
    public static Fault KeyFileWrong(string keyFile) => new(
        "PT7009", "", $"{keyFile} does not open the database's private keys.", "the key file that was made with this database.",
        "Put database and key file back from the same backup.");

    /// <summary>The database's keys are sealed with a passphrase and none was given.</summary>
    public static Fault PassphraseMissing() => new(
        "PT7010", "", "The private keys are encrypted with a passphrase, and none was given.", "it in the environment variable PARTNERTRUST_PASSPHRASE.",
        "Set the variable where the stack is deployed.");

    /// <summary>The passphrase is wrong.</summary>
    public static Fault PassphraseWrong() => new(
        "PT7011", "", "PARTNERTRUST_PASSPHRASE does not open the database's private keys.", "the passphrase with which they were encrypted.",
        "Correct the variable.");

    /// <summary>A passphrase was given for a database whose keys are sealed with a key file.</summary>
    public static Fault PassphraseNotInUse(string keyFile) => new(
        "PT7012", "", $"PARTNERTRUST_PASSPHRASE is set, but the private keys are encrypted with {keyFile}.", "the variable unset for this data directory.",
        "Unset it; `lab rekey` changes to a passphrase.");

    /// <summary>A sealed private key was changed.</summary>
    public static Fault SealedKeyDamaged(string database) => new(
        "PT7013", "", $"A private key in {database} does not decrypt.", "it as it was written.",
        "Put a backup in the database's place, or bind another certificate.");

    /// <summary>The place for a backup holds a database already.</summary>
    public static Fault BackupTargetTaken(string directory) => new(
        "PT7014", "", $"{directory} holds a database already.", "a new or empty directory.", "Name another place for the backup.");

    /// <summary>Another server publishes its document at the URL.</summary>
    public static Fault UrlTaken(Uri url, string server) => new(
        "PT7015", "url", $"{url} is where {server} publishes its document.", "a URL of this server's own.",
        "Correct the URL or the server.");

    /// <summary>A record of that name exists on the server, perhaps in another spelling: names are compared without case.</summary>
    public static Fault NameTaken(string kind, string server, string existing, string asked) => new(
        "PT7016", "name",
        existing == asked
            ? $"{server} has {kind} named {Quote(existing)} already."
            : $"{server} has {kind} named {Quote(existing)} already, which is {Quote(asked)} but for its case.",
        "a name that is free on the server.",
        $"Import it with the id \"{server}/{existing}\", or choose another name. A resource of this stack that takes its place needs an alias, or deleteBeforeReplace.");

    /// <summary>The record to be changed is gone.</summary>
    public static Fault RecordGone(string kind, string server, string name) => new(
        "PT7017", "name", $"{server} has no {kind} named \"{name}\" any more.", "the record as the stack's state knows it.",
        "Somebody removed it: refresh the stack, and the next update makes it again.");

    /// <summary>The directory holds no store of the embedded engine.</summary>
    public static Fault StoreAbsent(string directory) => new(
        "PT7018", "dataDirectory", $"{directory} holds no data of the embedded engine.", "the data directory of a stack that was deployed.",
        "Name the stack's data directory (by default .partnertrust/<stack> in the project), or deploy the stack first.");

    /// <summary>The store is not the one that the stack's state was written to.</summary>
    public static Fault StoreOfOtherState(string place, Guid? found, string recordedPlace, Guid identity) => new(
        "PT7020", "dataDirectory",
        found is null
            ? $"{place} holds no store, but the stack's state was written to the store {identity:D} in {recordedPlace}."
            : $"{place} holds the store {found:D}, but the stack's state was written to the store {identity:D} in {recordedPlace}.",
        "the store that the state was written to, wherever it lies now, or a copy of it that \"lab backup\" made.",
        found is null
            ? "If it was moved, or the stack or the directory renamed, name its directory in dataDirectory, or move it to where it is looked for. If it is lost, put a backup "
                + $"there; without one, \"pulumi-resource-partnertrust lab init --data {place} --identity {identity:D}\" makes an empty store in its place, and a refresh then finds that all is gone."
            : "Name the right directory in dataDirectory. To manage the other store with this stack, destroy what the stack has in its own first.");

    /// <summary>A store is to be made where there is one.</summary>
    public static Fault StorePresent(string directory) => new(
        "PT7021", "", $"{directory} holds a store already.", "a new or empty directory.",
        "Name another directory; one that is given up can be moved away or deleted.");

    /// <summary>Something that is no regular file lies where the store keeps one.</summary>
    public static Fault StoreFileNotRegular(string path, string found) => new(
        "PT7030", "dataDirectory", $"{path} is {found}.", "a regular file, or nothing.",
        "Nothing was opened. Move it away, or set \"dataDirectory\" to a directory of its own.");

    /// <summary>A file of the store is larger than any that the engine writes.</summary>
    public static Fault StoreFileTooLarge(string path, long size, long largest) => new(
        "PT7031", "dataDirectory", $"{path} has {Count(size, "byte")}.", $"at most {Number(largest)}.",
        "It is no file that the engine wrote: put it back from a backup.");

    /// <summary>The data directory or a file in it belongs to another user.</summary>
    public static Fault StoreOwnedByOther(string path, long owner, long user) => new(
        "PT7032", "dataDirectory", $"{path} belongs to the user with the number {Number(owner)}.",
        user == 0 ? "root as its owner, who runs this." : $"the user with the number {Number(user)}, who runs this, or root.",
        "Private keys lie there: make it yours (\"chown -R\"), or set \"dataDirectory\" to a directory of your own.");

    /// <summary>Others than the owner can write into the data directory or a file in it.</summary>
    public static Fault StoreWritableByOthers(string path, int mode) => new(
        "PT7033", "dataDirectory", $"{path} has the mode {Convert.ToString(mode, 8).PadLeft(4, '0')}: others than its owner can write to it.",
        "a mode that lets nobody else write.",
        "Whoever could write there could have put in keys of their own. If nobody did: \"chmod -R go-w\" on the data directory.");

    private static string ListOf(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\"").DefaultIfEmpty("none"));
}
