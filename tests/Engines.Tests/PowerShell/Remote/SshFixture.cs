using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remote;

/// <summary>An SSH server for the tests of a class, where one can be had, and a shell behind it.</summary>
public sealed class SshFixture : IAsyncLifetime
{
    private LoopbackSshd? server;
    private ShellUnderTest? shell;

    /// <summary>What starts a PowerShell there.</summary>
    public IReadOnlyList<string> Line => [.. Server.Client, .. RealPowerShell.Line];

    public LoopbackSshd Server
    {
        get
        {
            Skip.IfNot(LoopbackSshd.Missing is null, LoopbackSshd.Missing);
            Skip.IfNot(RealPowerShell.Missing is null, RealPowerShell.Missing);
            return server!;
        }
    }

    internal ShellUnderTest Shell => shell ??= new ShellUnderTest(Line);

    public async Task InitializeAsync() => server = LoopbackSshd.Missing is null ? await LoopbackSshd.StartAsync() : null;

    public async Task DisposeAsync()
    {
        if (shell is not null)
        {
            await shell.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
