namespace PartnerTrust.Emulator.Exchange.Ews.Calls;

/// <summary>A refused part of an EWS request: becomes its response message, with a response code of the service.</summary>
internal sealed class EwsRefusal(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public static EwsRefusal AccessDenied() => new("ErrorAccessDenied", "Access is denied. Check credentials and try again.");

    public static EwsRefusal ItemNotFound() => new("ErrorItemNotFound", "The specified object was not found in the store.");

    public static EwsRefusal FolderNotFound() => new("ErrorFolderNotFound", "The specified folder could not be found in the store.");

    public static EwsRefusal NoSuchMailbox() => new("ErrorNonExistentMailbox", "The SMTP address has no mailbox associated with it.");

    public static EwsRefusal ArchiveNotEnabled() => new("ErrorArchiveMailboxNotEnabled", "The user is not enabled for an archive mailbox.");

    public static EwsRefusal ImpersonationDenied() => new(
        "ErrorImpersonateUserDenied", "The account does not have permission to impersonate the requested user.");

    public static EwsRefusal MalformedId() => new("ErrorInvalidIdMalformed", "Id is malformed.");

    public static EwsRefusal InvalidValue(string value) => new("ErrorInvalidValueForProperty", $"'{value}' is not a value of the property.");

    /// <summary>What a mailbox could do and this server does not emulate.</summary>
    public static EwsRefusal NotEmulated(string what) => new("ErrorInvalidOperation", what);
}
