namespace PartnerTrust.Trust.Faults;

// PT70xx: the embedded engine and its store.
public static partial class FaultCatalogue
{
    /// <summary>The server is not configured.</summary>
    /// <cause>A name is misspelled, or the server was taken out of <c>partnertrust:servers</c> while something still asks for it. With a <c>lab</c>
    /// command, the servers are those of the stack that last wrote to the data directory; a machine after <c>--member</c> must be among the server's
    /// <c>members</c>.</cause>
    /// <remedy>Correct the name, or add the server to <c>partnertrust:servers</c> and run the update. This lists the servers of a data directory:
    /// <code>pulumi-resource-partnertrust lab status --data .partnertrust/dev</code></remedy>
    public static Fault ServerUnknown(string fqdn, IEnumerable<string> known) => OfEngine(
        "PT7001", "server", $"\"{fqdn}\" is not a configured server.", $"one of {ListOf(known)}.",
        "Add it to the provider's \"servers\" setting, or correct the name.");

    /// <summary>The database is damaged, or is not a database.</summary>
    /// <cause>The disk was full or failed, the file was edited or copied while it was written, or something else was saved under its name. Copies
    /// that synchronising programs make of a database in use are often of this kind.</cause>
    /// <remedy><list type="number"><item>Move the data directory away; do not delete it yet.</item>
    /// <item>Put a backup in its place, one that <c>lab backup</c> made. It has the key file with it.</item>
    /// <item>Read the stack anew, and let it do what the backup lacks:
    /// <code>pulumi up --refresh</code></item></list>
    /// <para>Without a backup, run a preview once the directory is away: PT7020 names the identity under which <c>lab init</c> makes an empty store
    /// in its place. <c>pulumi up --refresh</c> then creates everything again, with new certificates.</para></remedy>
    public static Fault StoreCorrupt(string database, string detail) => OfEngine(
        "PT7002", "", $"{database} cannot be read as a database ({detail}).", "an undamaged database of the embedded engine.",
        "Move the data directory away and put a backup in its place. Without one, the next preview names the \"lab init\" that makes an empty store there (PT7020).");

    /// <summary>The database was written by a newer release.</summary>
    /// <cause>Somebody deployed the stack with a newer release of the plugin, for example a pipeline, and you run an older one.</cause>
    /// <remedy>Install the plugin in the version that wrote the store, or a newer one. It cannot be turned back: if the older release must be used,
    /// restore a backup from before.</remedy>
    public static Fault StoreNewer(string database, int version, int known) => OfEngine(
        "PT7003", "", $"{database} has schema version {version}.", $"at most {known}.",
        "The file was not changed. Use the release of the plugin that wrote it, or a newer one.");

    /// <summary>The database belongs to another program.</summary>
    /// <cause><c>dataDirectory</c> names a directory in which another program has a database called <c>partnertrust.db</c>.</cause>
    /// <remedy>Give the stack a directory of its own:
    /// <code>pulumi config set partnertrust:dataDirectory .partnertrust/dev</code></remedy>
    public static Fault StoreForeign(string database) => OfEngine(
        "PT7004", "", $"{database} is a database of another program.", "a database of the embedded engine, or no file.",
        "The file was not changed. Set \"dataDirectory\" to a directory of its own.");

    /// <summary>Another process keeps the database locked.</summary>
    /// <cause>A database browser has the file open in a transaction, a backup program keeps it, or another run of the plugin hangs. Runs of this
    /// plugin wait for one another; after 60 seconds of waiting one gives up.</cause>
    /// <remedy>Close the program, then run again. On Linux <c>fuser</c>, on Windows the resource monitor tells which process has
    /// <c>partnertrust.db</c> open. For a copy of a store in use take <c>lab backup</c>, which holds up nobody.</remedy>
    public static Fault StoreBusy(string database, TimeSpan? waited) => OfEngine(
        "PT7005", "", waited is { } time ? $"{database} stayed locked for {time.TotalSeconds:0} s." : $"{database} is locked.",
        "a lock that is held only for milliseconds.",
        "Look for a process that keeps the file open (a database browser, a backup), and end it.");

    /// <summary>The database cannot be read or written: disk full, no permission, input or output error.</summary>
    /// <cause>The disk is full, the file system is mounted to be read only, or the file belongs to somebody else who does not let this user
    /// write.</cause>
    /// <remedy>Make room, or correct the rights of the file, and run again. Nothing was written by halves: what was not committed is gone.
    /// <para>If the data directory lies on a network share, move it to a local disk and name that in <c>dataDirectory</c>.</para></remedy>
    public static Fault StoreUnusable(string database, string detail) => OfEngine(
        "PT7006", "", $"{database} cannot be used ({detail}).", "a file that this user can read and write, on a disk with free space.",
        "Free space on the disk or correct the permissions, and run again.");

    /// <summary>The data directory or a file in it cannot be created or read.</summary>
    /// <cause>The path leads to a file, or the user who runs the stack may not write to the directory, or to the one in which it is to be
    /// made.</cause>
    /// <remedy>Create the directory for the user who runs the stack, or set another one:
    /// <code>pulumi config set partnertrust:dataDirectory .partnertrust/dev</code>
    /// <para>If the stack already has a store, move it there first (PT7020).</para></remedy>
    public static Fault DataDirectoryUnusable(string directory, string detail) => OfEngine(
        "PT7007", "dataDirectory", $"{directory} cannot be used ({detail}).", "a directory that this user can write to.",
        "Correct the permissions, or set \"dataDirectory\" to another place.");

    /// <summary>The key file is missing, but the database holds keys that were encrypted with it.</summary>
    /// <cause><c>partnertrust.db</c> was copied without <c>partnertrust.key</c> beside it, or a clean-up removed the key file. It opens the private
    /// keys in the database.</cause>
    /// <remedy>Put the key file of the same data directory back. Next time copy both with
    /// <code>pulumi-resource-partnertrust lab backup --data .partnertrust/dev --to backup</code>
    /// <para>If it is lost, the keys are, too. Move the data directory away and run a preview: PT7020 names the identity under which <c>lab init</c>
    /// makes an empty store. <c>pulumi up --refresh</c> then binds new certificates.</para></remedy>
    public static Fault KeyFileMissing(string keyFile) => OfEngine(
        "PT7008", "", $"{keyFile} is missing.", "the key file with which the private keys in the database were encrypted.",
        "Restore it from a backup. Without it the private keys are lost: move the data directory away, and the next preview names the \"lab init\" that makes an "
        + "empty store there (PT7020).");

    /// <summary>The key file is not the one with which the database's keys were encrypted.</summary>
    /// <cause>The key file is that of another data directory, or database and key file come from backups of different days with a <c>lab rekey</c>
    /// between them. A file of another size counts as wrong, too.</cause>
    /// <remedy>Restore both files from one backup.</remedy>
    public static Fault KeyFileWrong(string keyFile) => OfEngine(
        "PT7009", "", $"{keyFile} cannot decrypt the database's private keys.", "the key file that was made with this database.",
        "Restore the database and the key file from the same backup.");

    /// <summary>The database's keys are encrypted with a passphrase, and none was given.</summary>
    /// <cause>The store was made with a passphrase, and the variable is not set where the stack is deployed now: in another shell, on another agent,
    /// or for a <c>lab</c> command.</cause>
    /// <remedy>Set <c>PARTNERTRUST_PASSPHRASE</c> in the environment of the run; in a pipeline from its store of secrets. There is no way to the keys
    /// without it.</remedy>
    public static Fault PassphraseMissing() => OfEngine(
        "PT7010", "",
        "The private keys are encrypted with a passphrase, and none was given.",
        "the passphrase in the environment variable PARTNERTRUST_PASSPHRASE.",
        "Set the variable where the stack is deployed.");

    /// <summary>The passphrase is wrong.</summary>
    /// <cause>The variable holds an older passphrase, that of another stack, or has a blank or a line break at its end.</cause>
    /// <remedy>Give the passphrase with which the keys were last encrypted. To change it afterwards, put the new one into
    /// <c>PARTNERTRUST_NEW_PASSPHRASE</c> and run
    /// <code>pulumi-resource-partnertrust lab rekey --data .partnertrust/dev</code></remedy>
    public static Fault PassphraseWrong() => OfEngine(
        "PT7011", "",
        "PARTNERTRUST_PASSPHRASE cannot decrypt the database's private keys.",
        "the passphrase with which they were encrypted.",
        "Correct the variable.");

    /// <summary>A passphrase was given for a database whose keys are encrypted with a key file.</summary>
    /// <cause>The variable is set for all stacks of an agent, and this store was made without it: its keys are encrypted with the key file beside
    /// it.</cause>
    /// <remedy>Unset <c>PARTNERTRUST_PASSPHRASE</c> for this stack. To change over to a passphrase, put it into <c>PARTNERTRUST_NEW_PASSPHRASE</c>,
    /// and run
    /// <code>pulumi-resource-partnertrust lab rekey --data .partnertrust/dev</code></remedy>
    public static Fault PassphraseNotInUse(string keyFile) => OfEngine(
        "PT7012", "",
        $"PARTNERTRUST_PASSPHRASE is set, but the private keys are encrypted with {keyFile}.",
        "no passphrase for this data directory.",
        "Unset the variable. To change to a passphrase, run \"lab rekey\".");

    /// <summary>An encrypted private key was changed.</summary>
    /// <cause>One encrypted key in the database was edited, or copied from another row. The key file or passphrase is right.</cause>
    /// <remedy>Restore the data directory from a backup. Or bind another certificate to the server: change the <c>source</c> of its
    /// CertificateBinding. Partners then have to copy the new key.</remedy>
    public static Fault SealedKeyDamaged(string database) => OfEngine(
        "PT7013", "", $"A private key in {database} cannot be decrypted.", "the private key as it was written.",
        "Restore the database from a backup, or bind another certificate.");

    /// <summary>The place for a backup already holds a database.</summary>
    /// <cause>A backup was to be written where another one, or a store in use, already lies. Backups never overwrite.</cause>
    /// <remedy>Give <c>--to</c> a directory that is new or empty, with the date in its name for example.</remedy>
    public static Fault BackupTargetTaken(string directory) => OfEngine(
        "PT7014", "", $"{directory} already holds a database.", "a new or empty directory.", "Name another place for the backup.");

    /// <summary>Another server publishes its document at the URL.</summary>
    /// <cause>Two AuthMetadataEndpoints of different servers have the same <c>url</c>, or one of them moved to the host of the other while that is
    /// still published.</cause>
    /// <remedy>Correct <c>url</c> or <c>server</c> of one of them, or leave <c>url</c> out. If a server takes over the host name of another, remove
    /// the other one's endpoint in an update before.</remedy>
    public static Fault UrlTaken(Uri url, string server) => new(
        "PT7015", "url", $"{server} already publishes its document at {url}.", "a URL of this server's own.",
        "Correct the URL or the server.");

    /// <summary>A record of that name already exists on the server.</summary>
    /// <cause>The record was made by hand or by another stack, or two resources of the program have the same <c>name</c>. On a server, names that
    /// differ in upper and lower case alone are the same.</cause>
    /// <seen>Of a real server, by the kind of the record:
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Realm</code></seen>
    /// <remedy>Import the record under the id that the message gives, or choose another <c>name</c>.
    /// <para>Where a resource was only renamed in the program, give it an alias: then Pulumi knows that the record is its own. Where one really
    /// replaces the other, set <c>deleteBeforeReplace</c>, and the partner's calls fail until the new record is there.</para></remedy>
    public static Fault NameTaken(string kind, string server, string existing, string asked) => new(
        "PT7016", "name",
        existing == asked
            ? $"{server} already has {kind} named {Quote(existing)}."
            : $"{server} already has {kind} named {Quote(existing)}, which differs from {Quote(asked)} only in upper and lower case.",
        "a name that is free on the server.",
        $"Import it with the id \"{server}/{existing}\", or choose another name. If another resource of this stack takes its place, give that one an alias, or set deleteBeforeReplace.");

    /// <summary>The record to be changed no longer exists.</summary>
    /// <cause>Somebody removed the record on the server, or renamed it, after the stack last looked.</cause>
    /// <seen>Of a real server, it is not among
    /// <code>Get-PartnerApplication | Format-List Name, ApplicationIdentifier, Realm</code>
    /// <code>Get-CsPartnerApplication | Format-List Identity, ApplicationIdentifier, Realm</code></seen>
    /// <remedy>Let the stack look, and create it again:
    /// <code>pulumi up --refresh</code>
    /// <para>If it was renamed, import it under its new name instead, and give the program that name. If it was removed on purpose, remove it from
    /// the program.</para></remedy>
    public static Fault RecordGone(string kind, string server, string name) => new(
        "PT7017", "name", $"{server} has no {kind} named \"{name}\" any more.", "the record that is in the stack's state.",
        "Somebody removed it. Run \"pulumi refresh\"; the next update creates it again.");

    /// <summary>The directory holds no store of the embedded engine.</summary>
    /// <cause>The path after <c>--data</c> is misspelled or relative to another directory, the stack was not deployed yet, or it uses the engine
    /// <c>powerShell</c>, which keeps no store.</cause>
    /// <remedy>Name the data directory of the stack; by default it is <c>.partnertrust</c> and the stack's name, in the project. For real servers
    /// take <c>import-file --config</c>, or <c>status --stack</c>.</remedy>
    public static Fault StoreAbsent(string directory) => OfEngine(
        "PT7018", "dataDirectory", $"{directory} holds no data of the embedded engine.", "the data directory of a stack that was deployed.",
        "Name the stack's data directory (by default .partnertrust/<stack> in the project), or deploy the stack first.");

    /// <summary>The store is not the one that the stack's state was written to.</summary>
    /// <cause>The data directory was moved, deleted or renamed; the stack was renamed, by which its default place changed; the project was checked
    /// out on another machine without it; or <c>dataDirectory</c> is misspelled. Without this refusal, everything would look gone and be created a
    /// second time.</cause>
    /// <remedy><list type="number"><item>If the store was only moved, name its place, or move it back:
    /// <code>pulumi config set partnertrust:dataDirectory "&lt;directory&gt;"</code></item>
    /// <item>If it is lost, restore a copy that <c>lab backup</c> made. It counts as the same store.</item>
    /// <item>Without a backup, make an empty one with the identity and the directory that the message names, and let the stack create everything
    /// again:
    /// <code>
    /// pulumi-resource-partnertrust lab init --data "&lt;directory&gt;" --identity "&lt;identity&gt;"
    /// pulumi up --refresh
    /// </code></item></list>
    /// <para>To leave one store for another on purpose, first destroy in the old one what the stack manages there.</para></remedy>
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
    /// <cause><c>lab init</c> was given the directory of a store that is there. It makes new ones only, so that none is emptied by mistake.</cause>
    /// <remedy>If the store that is there is the wrong one, move its directory away first. If it is the right one, there is nothing to be
    /// done.</remedy>
    public static Fault StorePresent(string directory) => OfEngine(
        "PT7021", "", $"{directory} already holds a store.", "a new or empty directory.",
        "Name another directory, or move the store away if it is not needed any more.");

    /// <summary>Something that is not a regular file is where the store keeps one.</summary>
    /// <cause>A directory, a pipe or a device lies under the name of one of the store's files, or a link there leads to nothing. Some container
    /// set-ups make a directory where a file was to be mounted.</cause>
    /// <remedy>Move it away, and put the file back from a backup if it held anything. If the directory is meant for something else, set another
    /// <c>dataDirectory</c>.</remedy>
    public static Fault StoreFileNotRegular(string path, string found) => OfEngine(
        "PT7030", "dataDirectory", $"{path} is {found}.", "a regular file, or nothing.",
        "The plugin did not open it. Move it away, or set \"dataDirectory\" to a directory of its own.");

    /// <summary>A file of the store is larger than any that the engine writes.</summary>
    /// <cause>Another file was copied over the key file or over that of the emulated clock. A key file has 32 bytes.</cause>
    /// <remedy>Restore the file from the same backup as the database. If it is <c>partnertrust.clock</c>, it may be removed: the emulated clock then
    /// is the machine's.</remedy>
    public static Fault StoreFileTooLarge(string path, long size, long largest) => OfEngine(
        "PT7031", "dataDirectory", $"{path} has {Count(size, "byte")}.", $"at most {Number(largest)}.",
        "The engine did not write this file: restore it from a backup.");

    /// <summary>The data directory or a file in it belongs to another user.</summary>
    /// <cause>The stack was deployed by another user before, often by root or in a container, or the directory was restored from an archive with its
    /// owners.</cause>
    /// <remedy>Look whether the files are those of your stack. If they are, take them over, for example
    /// <code>sudo chown -R "$USER" .partnertrust/dev</code>
    /// <para>(on Windows, in an elevated shell)</para>
    /// <code>icacls .partnertrust\dev /setowner "$env:USERDOMAIN\$env:USERNAME" /T</code>
    /// <para>or run the stack as the user who owns them.</para></remedy>
    public static Fault StoreOwnedByOther(string path, string owner, string user) => OfEngine(
        "PT7032", "dataDirectory", $"{path} belongs to {owner}.",
        $"{user}, which runs the plugin, or the system itself (root, SYSTEM, Administrators) as its owner.",
        "The directory holds private keys: make it yours (\"chown -R\", on Windows \"icacls /setowner\"), or set \"dataDirectory\" to a directory of "
        + "your own.");

    /// <summary>Users other than the owner can write to the data directory or a file in it.</summary>
    /// <cause>The directory was made or restored with rights for a group, as by a <c>umask</c> of 002, or lies where everybody may write, as below
    /// <c>C:\</c> every signed-in user may. Whoever can write there can exchange the keys with which the emulated servers sign.</cause>
    /// <remedy>If only you could have used that right, take it away:
    /// <code>chmod -R go-w .partnertrust/dev</code>
    /// <para>and on Windows</para>
    /// <code>icacls .partnertrust\dev /inheritance:r /grant:r "$($env:USERNAME):(OI)(CI)F" "SYSTEM:(OI)(CI)F"</code>
    /// <para>If somebody else may have, restore a backup into a new directory instead.</para></remedy>
    public static Fault StoreWritableByOthers(string path, string rights) => OfEngine(
        "PT7033", "dataDirectory", $"{path} {rights}.", "that only the owner can write to it.",
        "Others could have put keys of their own there. If nobody did, run \"chmod -R go-w\" on the data directory; on Windows \"icacls\" with "
        + "\"/inheritance:r\" and \"/grant:r\" for you and SYSTEM.");

    private static string ListOf(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\"").DefaultIfEmpty("none"));
}
