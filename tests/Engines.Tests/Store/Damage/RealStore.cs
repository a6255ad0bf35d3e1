using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Mail;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Store.Damage;

/// <summary>The files of a store with something in every table, made once; each test damages a copy of its own.</summary>
internal static class RealStore
{
    private static readonly Lazy<Task<Dictionary<string, byte[]>>> Made = new(MakeAsync);

    public static Server Pool { get; } = Estate.Lync with { Members = ["fe1.litwareinc.com"] };

    public static async Task CopyToAsync(string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var (name, content) in await Made.Value)
        {
            await File.WriteAllBytesAsync(Path.Combine(directory, name), content);
        }
    }

    private static async Task<Dictionary<string, byte[]>> MakeAsync()
    {
        await using var installation = await Installation.StartAsync(Pool, Estate.Exchange, Estate.TokenServer);
        await installation.EstablishAsync();
        await BindTokenServerAsync(installation);
        await using (var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default))
        {
            await lab.Faults.SwitchOnAsync(new HostFault(Litware.Exchange, HostFaultKind.StaleConfiguration, null), default);
        }

        await using (var store = new SqliteTrustStore(installation.DataDirectory, null, NullLogger.Instance))
        {
            await store.WriteAsync(session => session.MailItems.Add(Item), default);
            await store.WriteAsync(session => session.PartnerApplications.Save(Partners.Numbered(7, Certs.Public(2))), default);
        }

        return await CollectAsync(installation);
    }

    private static async Task BindTokenServerAsync(Installation installation)
    {
        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.TokenServer, Certs.Key(2)), default);
        await installation.Engine.PublishMetadataAsync(new PublishMetadata(Estate.TokenServer.Fqdn, Estate.TokenServer.MetadataUrl, false), default);
        await installation.Engine.CreateAuthorizationServerAsync(
            new SaveAuthorizationServer(Litware.Exchange, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null)), default);
    }

    private static MailItem Item { get; } = new(
        "id", "key", new MailFolder("kenmyer@litwareinc.com", "inbox"), "IPM.Note", "subject", "body", "Text", "someone", Certs.Now);

    /// <summary>A backup is one file, with nothing left in a journal.</summary>
    private static async Task<Dictionary<string, byte[]>> CollectAsync(Installation installation)
    {
        using var directory = new TemporaryDirectory();
        await using var store = new SqliteTrustStore(installation.DataDirectory, null, NullLogger.Instance);
        await store.CopyAsync(directory.Combine("backup"), default);
        return Directory.GetFiles(directory.Combine("backup"), "partnertrust.*").ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes);
    }
}
