using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>What a store keeps of resources, for every process that uses it.</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private const string Type = "PartnerApplication";
    private const string Urn = "urn:pulumi:dev::trust::partnertrust:index:PartnerApplication::it";

    private Installation installation = null!;

    private IInstanceLedger Ledger => installation.Engine.Ledger;

    public async Task InitializeAsync() => installation = await Installation.StartAsync();

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task A_store_is_nobody_until_something_is_written_and_looking_makes_none()
    {
        Assert.Null(await Ledger.FindIdentityAsync(default));
        Assert.False(await Ledger.IsInUseAsync(default));
        Assert.Null(await Ledger.FindMarkAsync(Type, "a/b", default));
        Assert.False(Directory.Exists(installation.DataDirectory));
    }

    [Fact]
    public async Task A_store_is_the_same_for_every_process_and_in_its_copies()
    {
        await installation.EstablishAsync();
        var identity = await Ledger.FindIdentityAsync(default);
        using var directory = new TemporaryDirectory();
        await using (var lab = await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default))
        {
            await lab.BackUpAsync(directory.Combine("copy"), default);
        }

        await using var another = installation.OpenAnother();
        await using var copy = installation.OpenAt(directory.Combine("copy"));
        await using var stranger = await Installation.StartAsync();
        await stranger.EstablishAsync();

        Assert.NotNull(identity);
        Assert.Equal(identity, await another.Ledger.FindIdentityAsync(default));
        Assert.Equal(identity, await copy.Ledger.FindIdentityAsync(default));
        Assert.NotEqual(identity, await stranger.Engine.Ledger.FindIdentityAsync(default));
    }

    [Fact]
    public async Task The_mark_that_was_written_last_is_found_by_the_name_in_whatever_case_by_every_process()
    {
        await Ledger.SetMarkAsync(Type, "fqdn/Name", "one", Urn, default);
        await Ledger.SetMarkAsync(Type, "fqdn/name", "two", Urn + "2", default);
        await using var another = installation.OpenAnother();

        Assert.Equal("two", await another.Ledger.FindMarkAsync(Type, "fqdn/NAME", default));
        Assert.Null(await another.Ledger.FindMarkAsync("AuthorizationServer", "fqdn/name", default));
        Assert.Null(await another.Ledger.FindIdAsync(Type, Urn, default));
        Assert.Equal("fqdn/name", await another.Ledger.FindIdAsync(Type, Urn + "2", default));
    }

    [Fact]
    public async Task A_resource_stands_under_one_id_alone()
    {
        await Ledger.SetMarkAsync(Type, "fqdn/before", "one", Urn, default);
        await Ledger.SetMarkAsync(Type, "fqdn/after", "two", Urn, default);

        Assert.Equal("fqdn/after", await Ledger.FindIdAsync(Type, Urn, default));
        Assert.Null(await Ledger.FindMarkAsync(Type, "fqdn/before", default));
    }

    [Fact]
    public async Task A_store_is_in_use_while_a_resource_stands()
    {
        await Ledger.SetMarkAsync(Type, "fqdn/name", "one", Urn, default);
        var before = await Ledger.IsInUseAsync(default);
        await Ledger.RemoveMarkAsync(Type, "fqdn/name", default);
        await Ledger.RemoveMarkAsync(Type, "fqdn/name", default);

        Assert.True(before);
        Assert.False(await Ledger.IsInUseAsync(default));
    }

    [Fact]
    public async Task A_lost_store_is_not_made_anew_over_one_that_is_there()
    {
        await installation.EstablishAsync();

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => EmbeddedLab.InitAsync(installation.DataDirectory, Guid.NewGuid(), NullLoggerFactory.Instance, default));

        Assert.Equal("PT7021", refusal.Faults[0].Code);
    }
}
