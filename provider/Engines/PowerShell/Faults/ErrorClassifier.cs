using System.Collections.Frozen;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Faults;

/// <summary>Tells by what is the same in every language why a call failed (powershell.md 4).</summary>
internal sealed class ErrorClassifier : IErrorClassifier
{
    private const int DiskFull = unchecked((int)0x80070070);
    private const int HandleDiskFull = unchecked((int)0x80070027);

    private static readonly FrozenSet<string> BindingIds = FrozenSet.ToFrozenSet(
        [
            "AmbiguousParameter",
            "AmbiguousParameterSet",
            "MissingMandatoryParameter",
            "MissingArgument",
            "ParameterAlreadyBound",
            "ParameterArgumentTransformationError",
            "ParameterArgumentValidationError",
            "ParameterArgumentValidationErrorEmptyStringNotAllowed",
            "ParameterArgumentValidationErrorEmptyCollectionNotAllowed",
            "ParameterArgumentValidationErrorNullNotAllowed",
            "CannotConvertArgument",
            "CannotConvertArgumentNoMessage",
        ],
        StringComparer.Ordinal);

    private ErrorClassifier()
    {
    }

    public static ErrorClassifier Instance { get; } = new();

    public Fault Classify(string server, CmdletCall call, CallAnswer answer) => answer.Ending switch
    {
        CallEnding.TimedOut => FaultCatalogue.CmdletTooSlow(server, call.Cmdlet, answer.Duration),
        CallEnding.Cancelled => FaultCatalogue.OperationCancelled(),
        _ when answer.Errors.IsEmpty => FaultCatalogue.CmdletFailed(server, call.Cmdlet, "no error record", ""),
        CallEnding.Refused when IsFileUnwritable(call, answer.Errors[0]) =>
            FaultCatalogue.TemporaryFileUnwritable(server, call.Cmdlet, answer.Errors[0].Message),
        CallEnding.Refused => FaultCatalogue.CmdletNotSent(server, call.Cmdlet, answer.Errors[0].Message),
        _ => Classify(server, call, answer.Errors.FirstOrDefault(IsOfLostSession) ?? answer.Errors[0]),
    };

    /// <summary>Whether the session behind the shell is gone: it cannot be used any more (powershell.md 5).</summary>
    public static bool IsSessionLost(CallAnswer answer) => answer.Errors.Any(IsOfLostSession);

    public bool IsNotFound(CmdletError error) =>
        error.IsOf("ManagementObjectNotFoundException") || (error.Category == "ObjectNotFound" && !IsUnknownCommand(error));

    private Fault Classify(string server, CmdletCall call, CmdletError error)
    {
        var cmdlet = call.Cmdlet;
        return error switch
        {
            _ when IsOpening(error) => FaultCatalogue.SessionNotOpened(server, error.Message),
            _ when IsOfLostSession(error) => FaultCatalogue.SessionLost(server, cmdlet, error.Message),
            _ when IsUnknownCommand(error) => FaultCatalogue.CmdletMissing(server, cmdlet),
            _ when Begins(error, "NamedParameterNotFound") => FaultCatalogue.ParameterMissing(server, cmdlet, error.Message),
            _ when IsDocumentRefused(call, error) => FaultCatalogue.ServerCannotFetch(server, cmdlet, error.Message),
            _ when BindingIds.Contains(error.Id.Split(',')[0]) => FaultCatalogue.CmdletDiffers(server, cmdlet, error.Message),
            _ when Begins(error, "Modules_ModuleNotFound") => FaultCatalogue.ModuleMissing(server, Named(call), error.Message),
            _ when error.IsOf("PSSecurityException") => FaultCatalogue.ScriptsForbidden(server, error.Message),
            _ when IsPrompt(error) => FaultCatalogue.CmdletPrompts(server, cmdlet, error.Message),
            _ when error.IsOf("ADInvalidCredentialException") => FaultCatalogue.NoNetworkCredential(server, cmdlet),
            _ when IsDenied(error) => FaultCatalogue.AccessDenied(server, cmdlet, error.Message),
            _ when error.HResult is DiskFull or HandleDiskFull => FaultCatalogue.DiskFull(server, cmdlet),
            _ when error.IsOf("ADObjectAlreadyExistsException") => FaultCatalogue.ObjectExists(server, cmdlet, error.Message),
            _ when IsNotFound(error) => FaultCatalogue.ObjectMissing(server, cmdlet, error.Message),
            _ => FaultCatalogue.CmdletFailed(server, cmdlet, $"{error.Category}, {error.Reason}, {error.ShortId}", error.Message),
        };
    }

    /// <summary>What a cmdlet reads from a file is written by the bridge, before the cmdlet runs.</summary>
    private static bool IsFileUnwritable(CmdletCall call, CmdletError error) =>
        call.Parameters.Any(parameter => parameter.Value is CmdletValue.File)
        && (error.IsOf("IOException") || error.IsOf("DirectoryNotFoundException") || error.IsOf("UnauthorizedAccessException"));

    private static bool IsUnknownCommand(CmdletError error) => Begins(error, "CommandNotFoundException");

    /// <summary>The other end went away before the call, in it, or while it was noticed.</summary>
    private static bool IsOfLostSession(CmdletError error) => !IsOpening(error) && IsOfSession(error);

    private static bool IsOfSession(CmdletError error) =>
        error.IsOf("PSRemotingTransportException") || error.IsOf("PSRemotingDataStructureException")
        || error.IsOf("InvalidRunspaceStateException") || error.IsOf("InvalidRunspacePoolStateException") || Begins(error, "PSSessionStateBroken")
        || error.Id.EndsWith("Get-PSImplicitRemotingSession", StringComparison.Ordinal);

    private static bool IsOpening(CmdletError error) => error.Id.Split(',').Contains("PSSessionOpenFailed");

    /// <summary>Lync fetches the document while it binds the parameter (domain.md 4.1).</summary>
    private static bool IsDocumentRefused(CmdletCall call, CmdletError error) =>
        error.IsOf("ParameterBindingException") && !BindingIds.Contains(error.Id.Split(',')[0])
        && call.Parameters.Any(parameter => parameter.Name == "MetadataUrl");

    private static bool IsPrompt(CmdletError error) =>
        error.IsOf("HostException") || Begins(error, "HostFunctionNotImplemented")
        || (error.IsOf("PSInvalidOperationException") && Begins(error, "InvalidOperation"));

    private static bool IsDenied(CmdletError error) =>
        error.Category is "PermissionDenied" or "SecurityError" || error.IsOf("UnauthorizedAccessException") || error.IsOf("SecurityException")
        || (error.IsOf("ADOperationException") && error.Message.Contains("INSUFF_ACCESS_RIGHTS", StringComparison.Ordinal));

    private static bool Begins(CmdletError error, string id) => error.ShortId.Split(',')[0] == id;

    private static string Named(CmdletCall call) =>
        call.Parameters.Select(parameter => parameter.Value).OfType<CmdletValue.Text>().FirstOrDefault()?.Value ?? "";
}
