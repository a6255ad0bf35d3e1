using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>A server whose cmdlets do what their documentation says, and no more.</summary>
internal abstract class ModelServer(string fqdn) : ICmdletRunner
{
    public string Server => fqdn;

    /// <summary>Every call that arrived, in order.</summary>
    public List<CmdletCall> Sent { get; } = [];

    /// <summary>The writes that took effect, in order.</summary>
    public List<CmdletCall> Written { get; } = [];

    /// <summary>What befalls a call; asked once for each that arrives.</summary>
    public Func<CmdletCall, Trouble> Befalls { get; set; } = _ => Trouble.None;

    /// <summary>What partners publish.</summary>
    public Dictionary<string, AuthMetadataDocument> Documents { get; init; } = [];

    protected abstract IEnumerable<CmdletObject> Execute(string cmdlet, CallArguments given);

    public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add(call);
        var trouble = Befalls(call);
        var answer = trouble is Trouble.LostBefore or Trouble.StoppedBefore or Trouble.FailsBefore ? null : Answer(call);
        return trouble switch
        {
            Trouble.LostBefore or Trouble.LostAfter => throw new FaultException(FaultCatalogue.WriteInterrupted(fqdn, call.Cmdlet, "the shell ended.")),
            Trouble.StoppedBefore or Trouble.StoppedAfter => Task.FromResult(new CallAnswer(CallEnding.TimedOut, TimeSpan.Zero)),
            Trouble.FailsBefore or Trouble.FailsAfter => Task.FromResult(Failed(ModelError.Denied())),
            _ => Task.FromResult(answer!),
        };
    }

    protected AuthMetadataDocument Fetch(string url) =>
        Documents.GetValueOrDefault(url) ?? throw new ModelError("MetadataUrl", "InvalidData", "ParameterBindingException");

    protected static CertificateWithKey Open(CallArguments given, string name, string password) =>
        CertificateReader.ReadPfxOrPem(given.Bytes(name).AsSpan(), given.Password(password));

    private CallAnswer Answer(CmdletCall call)
    {
        try
        {
            ImmutableArray<CmdletObject> objects = [.. Execute(call.Cmdlet, new CallArguments(call))];
            if (AllowedCmdlets.Find(call.Cmdlet) is { Effect: CmdletEffect.Writes })
            {
                Written.Add(call);
            }

            return new CallAnswer(CallEnding.Done, TimeSpan.Zero) { Objects = objects };
        }
        catch (ModelError error)
        {
            return Failed(error);
        }
    }

    private static CallAnswer Failed(ModelError error) => new(CallEnding.Failed, TimeSpan.Zero) { Errors = [error.Record] };
}
