using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Servers that are reached call by call. They stay what they are while plugins come and go.</summary>
internal abstract class FarServers : IOperatorActions, IAsyncDisposable
{
    /// <summary>The servers themselves, as those who run them see them.</summary>
    public MemoryEngine Servers { get; private set; } = null!;

    /// <summary>The way that was opened last.</summary>
    public ITrustEngine Way { get; private set; } = null!;

    /// <summary>Null on the embedded engine.</summary>
    public static FarServers? Of(EngineKind kind) => kind switch
    {
        EngineKind.Remote => new RemoteServers(),
        EngineKind.PowerShell => new CmdletServers(),
        _ => null,
    };

    public async Task<ITrustEngine> OpenAsync(Installation installation, SessionEnvironment environment, CancellationToken cancellationToken)
    {
        if (Servers is null)
        {
            Servers = MemoryEngine.Publishing([.. installation.Servers.Values], installation.Mailboxes, environment.Time, environment.MakeKey);
            await SetUpAsync(installation);
        }

        return Way = OpenWay(installation, environment);
    }

    /// <summary>What was there before any stack.</summary>
    protected virtual Task SetUpAsync(Installation installation) => Task.CompletedTask;

    /// <summary>Another way to the same servers.</summary>
    protected abstract ITrustEngine OpenWay(Installation installation, SessionEnvironment environment);

    public async Task RollCertificateAsync(string server)
    {
        var signs = (await Servers.FindCertificateBindingAsync(server, CancellationToken.None))!.Slots.Current!;
        var successor = new CertificateSource.Generated(signs.Subject, signs.KeySize, ValidityDays: 365);
        await Servers.BindCertificateAsync(new BindCertificate(server, successor, null), CancellationToken.None);
    }

    public async Task ChangePartnerAsync(string server, string name, Func<PartnerApplication, PartnerApplication> change)
    {
        var record = change((await Servers.FindPartnerApplicationAsync(server, name, CancellationToken.None))!);
        await Servers.UpdatePartnerApplicationAsync(
            new SavePartnerApplication(
                record.Server,
                record.Name,
                record.Source,
                record.TrustLevel,
                record.Enabled,
                record.AcceptSecurityIdentifierInformation,
                record.LinkedAccount),
            CancellationToken.None);
    }

    public Task RemovePartnerAsync(string server, string name) =>
        Servers.RemovePartnerApplicationAsync(server, name, CancellationToken.None);

    public Task OverwriteSettingsAsync(OAuthConfiguration settings) =>
        Servers.WriteOAuthConfigurationAsync(SaveOAuthConfiguration.Of(settings), CancellationToken.None);

    public virtual ValueTask DisposeAsync() => Servers is { } opened ? opened.DisposeAsync() : ValueTask.CompletedTask;
}
