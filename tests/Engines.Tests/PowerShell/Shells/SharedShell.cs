namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>A shell for all tests of a class that leave it as it was, or lose it: starting one is what takes long.</summary>
public class SharedShell : IAsyncLifetime
{
    private ShellUnderTest? shell;

    internal ShellUnderTest Shell => shell ??= Start();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (shell is not null)
        {
            await shell.DisposeAsync();
        }
    }

    internal virtual ShellUnderTest Start() => new();
}
