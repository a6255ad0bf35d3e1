using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>The certificate of type <c>OAuthTokenIssuer</c>, assigned globally (domain.md 2.2). A staged one is shown with its date ahead, and
/// the one that signs until then as its previous.</summary>
internal sealed class CsCertificates(WorldStore store, LyncDeployments deployments) : INoun
{
    private const string Type = "OAuthTokenIssuer";

    public void AddTo(CmdletTable table) => table
        .Add("Get-CsCertificate", GetAsync)
        .Add("Set-CsCertificate", SetAsync)
        .Add("Import-CsCertificate", ImportAsync)
        .Add("Remove-CsCertificate", RemoveAsync)
        .Add("Test-CsCertificateConfiguration", (_, _) => PlayedAnswer.Nothing);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        if (call.Texts("Type") is { IsEmpty: false } types && !types.Contains(Type, StringComparer.OrdinalIgnoreCase))
        {
            return PlayedAnswer.Nothing;
        }

        var slots = await store.ReadSlotsAsync(server, cancellationToken);
        var staged = slots.Next is { } next ? Shown(next, slots.Current, slots.NextEffectiveDate) : null;
        var signs = slots.Current is { } current && (staged is null || !deployments.Of(server).ShowsStagedAlone)
            ? Shown(current, slots.Previous, slots.CurrentSince)
            : null;
        return PlayedAnswer.Of(new[] { staged, signs }.OfType<PlayedValue>());
    }

    private async Task<PlayedAnswer> SetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        RequireGlobal(call);
        var thumbprint = call.Set switch
        {
            "Path" => (await ReadFileAsync(call, server, cancellationToken)).Thumbprint,
            "CertificateReference" => Parsed(call, (call.Parameters["Reference"] as SentValue.Thing)?.Find("Thumbprint")),
            _ => Parsed(call, call.Text("Thumbprint")),
        };
        return await AssignAsync(call, server, thumbprint, cancellationToken);
    }

    private async Task<PlayedAnswer> ImportAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        if (call.Set != "Local")
        {
            RequireGlobal(call);
        }

        var certificate = await ReadFileAsync(call, server, cancellationToken);
        return call.Set == "Local"
            ? PlayedAnswer.Of(Shown(certificate, null, null))
            : await AssignAsync(call, server, certificate.Thumbprint, cancellationToken);
    }

    private async Task<PlayedAnswer> AssignAsync(PlayedCall call, Server server, Thumbprint thumbprint, CancellationToken cancellationToken)
    {
        var effective = call.Date("EffectiveDate");
        if (call.IsOn("Roll") && effective is null)
        {
            throw CsErrors.Failed(call.Cmdlet, "The parameter EffectiveDate must be specified with Roll.");
        }

        var request = new BindCertificate(server.Fqdn, new CertificateSource.Stored(thumbprint), call.IsOn("Roll") ? effective : null);
        await store.Certificates.BindAsync(request, cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> RemoveAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        RequireGlobal(call);
        if (!call.IsOn("Force") && !call.IsConfirmed)
        {
            return PlayedAnswer.Asks("The certificate may be in use. Do you want to remove its assignment?");
        }

        await store.Certificates.ChangeAsync(
            server,
            slots => call.IsOn("Previous") ? CertificateRules.ClearPrevious(slots) : CertificateSlots.Empty,
            cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private async Task<SigningCertificate> ReadFileAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var path = call.Required("Path");
        if (!File.Exists(path))
        {
            throw new PlayedErrorException(
                CsErrors.Of(call.Cmdlet, "FileNotFoundException", "System.IO.FileNotFoundException", $"Could not find file '{path}'."));
        }

        return await store.ImportAsync(server, await File.ReadAllBytesAsync(path, cancellationToken), call.Text("Password"), cancellationToken);
    }

    /// <summary>Assigned server by server, it would differ between the servers: nobody here plays that.</summary>
    private static void RequireGlobal(PlayedCall call)
    {
        if (!call.Texts("Type").SequenceEqual([Type], StringComparer.OrdinalIgnoreCase))
        {
            throw new PlayedErrorException(WorldErrors.Unplayed($"{call.Cmdlet} is played for the type {Type} alone."));
        }

        if (call.Text("Identity") is not { } identity || !Things.IsNamed(identity, "global"))
        {
            throw CsErrors.Failed(call.Cmdlet, $"A certificate of type {Type} must be assigned with -Identity global.");
        }
    }

    private static Thumbprint Parsed(PlayedCall call, string? text) => Thumbprint.TryParse(text, out var thumbprint)
        ? thumbprint
        : throw CsErrors.Failed(call.Cmdlet, $"\"{text}\" is not a valid thumbprint.");

    private PlayedValue.Thing Shown(SigningCertificate certificate, SigningCertificate? previous, DateTimeOffset? effective) => Things.Of(
        "Microsoft.Rtc.Management.Deployment.Core.CertificateReference",
        null,
        ("Issuer", PlayedValue.Of(certificate.Issuer)),
        ("NotAfter", PlayedValue.Local(certificate.NotAfter)),
        ("NotBefore", PlayedValue.Local(certificate.NotBefore)),
        ("SerialNumber", PlayedValue.Of(certificate.SerialNumber)),
        ("Subject", PlayedValue.Of(certificate.Subject)),
        ("AlternativeNames", PlayedValue.Of(Array.Empty<string>())),
        ("Thumbprint", PlayedValue.Of(certificate.Thumbprint.Hex)),
        ("EffectiveDate", PlayedValue.Local(effective)),
        ("PreviousThumbprint", PlayedValue.Of(previous?.Thumbprint.Hex)),
        ("UpdateTime", PlayedValue.Local(effective is { } date && date < store.Now ? date : null)),
        ("Use", Things.Enumeration("Microsoft.Rtc.Management.Deployment.Core.CertType", Type, "Default", Type)),
        ("SourceScope", PlayedValue.Of("Global")));
}
