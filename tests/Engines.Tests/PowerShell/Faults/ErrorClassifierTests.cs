using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Faults;

/// <summary>What is the same in every language decides; the message never does (powershell.md 4).</summary>
public sealed class ErrorClassifierTests
{
    private const string ExchangeNotFound =
        "[Server=EX1,RequestId=5a1e,TimeStamp=3/1/2026 8:00:00 AM] [FailureCategory=Cmdlet-ManagementObjectNotFoundException] 1082ECE3,"
        + "Microsoft.Exchange.Management.SystemConfigurationTasks.GetPartnerApplication";

    public static TheoryData<string, string, string, string, FaultKind> Errors => new()
    {
        { "CommandNotFoundException", "ObjectNotFound", "CommandNotFoundException", "PT8113", FaultKind.Engine },
        { "NamedParameterNotFound,Get-X", "InvalidArgument", "ParameterBindingException", "PT8114", FaultKind.Engine },
        { "AmbiguousParameterSet,Get-X", "InvalidArgument", "ParameterBindingException", "PT8115", FaultKind.Engine },
        { "ParameterArgumentTransformationError,Get-X", "InvalidData", "ParameterBindingArgumentTransformationException", "PT8115", FaultKind.Engine },
        { "Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand", "ResourceUnavailable", "FileNotFoundException", "PT8124", FaultKind.Engine },
        { "UnauthorizedAccess,Microsoft.PowerShell.Commands.ImportModuleCommand", "SecurityError", "PSSecurityException", "PT8125", FaultKind.Engine },
        { "-2144108526,PSSessionOpenFailed", "OpenError", "PSRemotingTransportException", "PT8117", FaultKind.Engine },
        { "NamedParameterNotFound,Get-PSImplicitRemotingSession", "InvalidArgument", "ParameterBindingException", "PT8118", FaultKind.Engine },
        { "PSSessionStateBroken", "OpenError", "RemoteException", "PT8118", FaultKind.Engine },
        { "InvalidOperation,Get-X", "InvalidOperation", "InvalidRunspaceStateException", "PT8118", FaultKind.Engine },
        { "JobFailure", "OperationStopped", "PSRemotingTransportException", "PT8118", FaultKind.Engine },
        { "HostFunctionNotImplemented,Get-X", "NotImplemented", "HostException", "PT8116", FaultKind.Engine },
        { "InvalidOperation,Get-X", "InvalidOperation", "PSInvalidOperationException", "PT8116", FaultKind.Engine },
        { "[Server=EX1] 1,X", "NotSpecified", "ADInvalidCredentialException", "PT8121", FaultKind.Engine },
        { "ProcessingFailed,Microsoft.Rtc.Management.Deployment.SetCertificateCmdlet", "InvalidOperation", "SecurityException", "PT8119", FaultKind.Engine },
        { "X", "PermissionDenied", "UnauthorizedAccessException", "PT8119", FaultKind.Engine },
        { "[Server=EX1] 1,X", "NotSpecified", "ADObjectAlreadyExistsException", "PT8123", FaultKind.Refusal },
        { ExchangeNotFound, "NotSpecified", "ManagementObjectNotFoundException", "PT8122", FaultKind.Refusal },
        { "ProcessingFailed,Microsoft.Rtc.Management.Deployment.SetCertificateCmdlet", "InvalidOperation", "Exception", "PT8110", FaultKind.Refusal },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void An_error_is_told_by_its_number(string id, string category, string reason, string code, FaultKind kind)
    {
        var fault = ErrorClassifier.Instance.Classify("ex1", new CmdletCall("Get-X", []), Failed(new CmdletError(id, category, reason, "", [reason], "Zugriff verweigert", 0)));

        Assert.Equal((code, kind), (fault.Code, fault.Kind));
    }

    [Fact]
    public void A_missing_right_in_the_directory_is_told_by_the_code_that_no_language_changes()
    {
        var denied = new CmdletError("[Server=EX1] 1,X", "NotSpecified", "ADOperationException", "", ["X.ADOperationException"], "… INSUFF_ACCESS_RIGHTS …", 0);

        Assert.Equal("PT8119", Classify(denied));
        Assert.Equal("PT8110", Classify(denied with { Message = "…" }));
    }

    [Fact]
    public void A_document_that_the_server_cannot_fetch_is_no_fault_of_the_call()
    {
        var error = new CmdletError("ParameterBindingFailed,X", "InvalidArgument", "ParameterBindingException", "", ["System.Management.Automation.ParameterBindingException"], "…", 0);
        var call = new CmdletCall("New-CsPartnerApplication", [new CmdletParameter("MetadataUrl", new CmdletValue.Text("https://a.b/"))]);

        Assert.Equal("PT8120", ErrorClassifier.Instance.Classify("lync", call, Failed(error)).Code);
    }

    [Theory]
    [InlineData(unchecked((int)0x80070070), "PT8126")]
    [InlineData(unchecked((int)0x80131620), "PT8110")]
    public void A_full_disk_is_told_by_its_code(int hresult, string code) =>
        Assert.Equal(code, Classify(new CmdletError("X", "WriteError", "IOException", "", ["System.IO.IOException"], "…", hresult)));

    [Fact]
    public void A_call_that_was_stopped_or_never_made_has_a_number_of_its_own()
    {
        var call = new CmdletCall("Get-X", []);

        Assert.Equal("PT8111", ErrorClassifier.Instance.Classify("ex1", call, new CallAnswer(CallEnding.TimedOut, TimeSpan.FromSeconds(60))).Code);
        Assert.Equal("PT8112", ErrorClassifier.Instance.Classify("ex1", call, Failed(new CmdletError("x", "OperationStopped", "RuntimeException", "", [], "no type", 0)) with
        {
            Ending = CallEnding.Refused,
        }).Code);
    }

    [Fact]
    public void A_session_that_did_not_open_is_not_one_that_was_lost()
    {
        var notOpened = new CmdletError("1,PSSessionOpenFailed", "OpenError", "PSRemotingTransportException", "", [], "", 0);
        var lost = new CmdletError("JobFailure", "OperationStopped", "PSRemotingTransportException", "", [], "", 0);

        Assert.False(ErrorClassifier.IsSessionLost(Failed(notOpened)));
        Assert.True(ErrorClassifier.IsSessionLost(Failed(lost)));
        Assert.True(ErrorClassifier.IsSessionLost(Failed(lost with { Id = "RuntimeException,Get-PSImplicitRemotingSession", Reason = "RuntimeException" })));
    }

    [Fact]
    public void What_Exchange_writes_before_an_id_is_not_part_of_it() =>
        Assert.Equal("1082ECE3,Microsoft.Exchange.Management.SystemConfigurationTasks.GetPartnerApplication", new CmdletError(ExchangeNotFound, "", "", "", [], "", 0).ShortId);

    private static string Classify(CmdletError error) => ErrorClassifier.Instance.Classify("ex1", new CmdletCall("Get-X", []), Failed(error)).Code;

    private static CallAnswer Failed(CmdletError error) => new(CallEnding.Failed, TimeSpan.Zero) { Errors = [error] };
}
